import { Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Consequences } from '../../assessment/consequence.ts';
import type { Gap } from '../../assessment/model.ts';
import { call, type CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import type { Move } from '../moving.ts';
import { moveMessages } from './move-messages.ts';
import classes from './person.module.css';

const SHOWN = 12;

/** Asks what a move would make and mend, as it stands in the form. Nothing is written. */
export function useForesight(person: PersonRow, move: Move | null): UseQueryResult<Consequences, CallError> {
  const { id } = useOrganization();
  const [settled] = useDebouncedValue(move === null ? null : JSON.stringify(move), 250);
  return useQuery<Consequences, CallError>({
    queryKey: ['organization', id, peopleRoutes.movePerson.id, person.id, person.version, settled],
    queryFn: ({ signal }) =>
      call(peopleRoutes.movePerson, {
        path: { organizationId: id, personId: person.id },
        version: person.version,
        body: { ...(JSON.parse(settled ?? '') as Move), dryRun: true },
        signal,
      }),
    enabled: settled !== null && move !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Gaps that the move would make, and those that it would close. */
export function MoveForesight({
  foresight,
  waiting,
}: {
  readonly foresight: UseQueryResult<Consequences, CallError>;
  /** True while somebody is still to be named. */
  readonly waiting: boolean;
}): JSX.Element {
  const texts = useMessages(moveMessages);
  const { data } = foresight;
  return (
    <Panel title={texts.foreseen}>
      <div aria-live="polite" className={classes.letters}>
        {waiting && <Text size="sm">{texts.missing}</Text>}
        {!waiting && data === undefined && foresight.error === null && <Loader size="sm" aria-label={texts.looking} />}
        {!waiting && data !== undefined && data.created.length === 0 && (
          <Text size="sm" className={classes.fine}>
            <IconCircleCheck size={16} aria-hidden /> {texts.nothing}
          </Text>
        )}
        {!waiting && data !== undefined && data.created.length > 0 && (
          <Gaps label={texts.created(data.created.length)} gaps={data.created} />
        )}
        {!waiting && data !== undefined && data.removed.length > 0 && (
          <Text size="sm" c="dimmed">
            {texts.removed(data.removed.length)}
          </Text>
        )}
      </div>
    </Panel>
  );
}

const Gaps = ({ label, gaps }: { readonly label: string; readonly gaps: readonly Gap[] }) => {
  const texts = useMessages(moveMessages);
  return (
    <div>
      <div className={classes.letterHead} data-severity="gap">
        <IconAlertTriangle size={16} aria-hidden />
        {label}
      </div>
      <ul className={classes.foreseen} aria-label={label}>
        {gaps.slice(0, SHOWN).map((gap) => (
          <li key={gap.id}>{gap.explanation}</li>
        ))}
        {gaps.length > SHOWN && <li>{texts.more(gaps.length - SHOWN)}</li>}
      </ul>
    </div>
  );
};
