import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ControlResource, ControlResources } from '../../assessment/control-resource.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { plainDate } from '../../../kernel/date.ts';
import { implementationStatuses, type ApplicabilityFields } from '../model.ts';
import { ControlDetail } from './ControlDetail.tsx';
import { JustificationCell } from './JustificationCell.tsx';
import { applicabilityMessages } from './messages.ts';
import { OwnerCell } from './OwnerCell.tsx';
import { isUnjustified, type StatementRow } from './statement.ts';
import detail from './statement-detail.module.css';
import classes from './statement.module.css';

interface StatementLineProps {
  readonly row: StatementRow;
  readonly resource: ControlResource | undefined;
  readonly gaps: ControlResources['gaps'];
  readonly mayChange: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onSelect: (selected: boolean) => void;
  readonly onOpen: (open: boolean) => void;
  readonly onSave: (row: StatementRow, patch: Partial<ApplicabilityFields>) => void;
}

/** One control: every field is edited where it stands; below it reasons, evidence and people. */
export function StatementLine(props: StatementLineProps): JSX.Element {
  const { row, resource, gaps, mayChange, isSelected, isOpen, onSelect, onOpen, onSave } = props;
  const texts = useMessages(applicabilityMessages);
  const { control, fields } = row;
  const save = (patch: Partial<ApplicabilityFields>): void => onSave(row, patch);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <tr data-out={!fields.applicable || undefined} data-unjustified={isUnjustified(row) || undefined}>
        {mayChange && (
          <td>
            <input
              type="checkbox"
              data-cell="select"
              className={classes.box}
              aria-label={texts.select(control.id)}
              checked={isSelected}
              onChange={(event) => onSelect(event.currentTarget.checked)}
            />
          </td>
        )}
        <th scope="row">
          <span className={classes.control}>
            <button
              type="button"
              data-cell="more"
              className={classes.more}
              aria-expanded={isOpen}
              aria-label={texts.more(control.id)}
              onClick={() => onOpen(!isOpen)}
            >
              <Chevron size={15} aria-hidden />
            </button>
            <ControlLink control={control} />
          </span>
        </th>
        <td>
          <label className={classes.applies}>
            <input
              type="checkbox"
              data-cell="applies"
              aria-label={texts.appliesTo(control.id)}
              checked={fields.applicable}
              disabled={!mayChange}
              onChange={(event) => save({ applicable: event.currentTarget.checked })}
            />
            {fields.applicable ? texts.yes : texts.no}
          </label>
        </td>
        <td title={fields.reasons.map((reason) => texts.reasons[reason]).join(', ')}>
          {fields.reasons.map((reason) => texts.reasons[reason]).join(', ')}
        </td>
        <td>
          <JustificationCell row={row} mayChange={mayChange} onSave={(justification) => save({ justification })} />
        </td>
        <td>
          <select
            className={classes.status}
            data-cell="status"
            aria-label={texts.statusOf(control.id)}
            value={fields.status}
            disabled={!mayChange || !fields.applicable}
            onChange={(event) =>
              save({ status: implementationStatuses.find((one) => one === event.currentTarget.value) ?? fields.status })
            }
          >
            {implementationStatuses.map((status) => (
              <option key={status} value={status}>
                {texts.statuses[status]}
              </option>
            ))}
          </select>
        </td>
        <td>
          <input
            type="date"
            key={fields.statusOn ?? ''}
            className={classes.date}
            data-cell="date"
            data-blank={fields.statusOn === null || undefined}
            aria-label={texts.dateOf(control.id)}
            defaultValue={fields.statusOn ?? ''}
            disabled={!mayChange || !fields.applicable}
            onBlur={({ currentTarget: { value, validity } }) => {
              if (validity.valid && value !== (fields.statusOn ?? ''))
                save({ statusOn: value === '' ? null : plainDate(value) });
            }}
          />
        </td>
        <td>
          <OwnerCell resource={resource} />
        </td>
        <td>{fields.evidence.length > 0 && texts.proofs(fields.evidence.length)}</td>
      </tr>
      {isOpen && (
        <tr className={detail.detail}>
          <td colSpan={mayChange ? 9 : 8}>
            <ControlDetail row={row} resource={resource} gaps={gaps} mayChange={mayChange} onSave={save} />
          </td>
        </tr>
      )}
    </>
  );
}

const ControlLink = ({ control }: { readonly control: StatementRow['control'] }) => {
  const { slug } = useOrganization();
  return (
    <Link
      to="/o/$slug/requirements/$requirementId"
      params={{ slug, requirementId: control.id }}
      className={classes.controlLink}
      title={control.summary}
    >
      <span className={classes.code}>{control.id}</span>
      <span className={classes.title}>{control.title}</span>
    </Link>
  );
};
