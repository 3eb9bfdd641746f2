import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { AppointmentRow } from '../../roles/contract.ts';
import { HandedMenu } from './HandedMenu.tsx';
import { letterMessages } from './letter-messages.ts';

/** The letter of one appointment. */
export function LetterMenu({ row }: { readonly row: AppointmentRow }): JSX.Element {
  const texts = useMessages(letterMessages);
  return (
    <HandedMenu
      document="letterOfAppointment"
      path={{ appointmentId: row.id }}
      label={texts.of(row.personName, row.roleName)}
    />
  );
}
