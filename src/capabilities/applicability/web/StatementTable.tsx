import { Box } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX, type KeyboardEvent } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { implementationStatuses, type ApplicabilityFields } from '../model.ts';
import { applicabilityMessages } from './messages.ts';
import { isUnjustified, type StatementRow } from './statement.ts';
import classes from './statement.module.css';

interface StatementTableProps {
  readonly rows: readonly StatementRow[];
  readonly mayChange: boolean;
  readonly onSave: (fields: ApplicabilityFields, version: number | null) => void;
}

/** The statement as a sheet: every cell is edited where it stands. */
export function StatementTable({ rows, mayChange, onSave }: StatementTableProps): JSX.Element {
  const texts = useMessages(applicabilityMessages);
  const { columns } = texts;
  return (
    <Box component="section" className={classes.scroller} aria-label={texts.label} tabIndex={0}>
      <table className={classes.table} aria-label={texts.label}>
        <colgroup>
          <col className={classes.controlColumn} />
          <col className={classes.appliesColumn} />
          <col />
          <col className={classes.statusColumn} />
        </colgroup>
        <thead>
          <tr>
            {[columns.control, columns.applies, columns.justification, columns.status].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.control.id} row={row} mayChange={mayChange} onSave={onSave} />
          ))}
        </tbody>
      </table>
    </Box>
  );
}

interface LineProps {
  readonly row: StatementRow;
  readonly mayChange: boolean;
  readonly onSave: StatementTableProps['onSave'];
}

const Line = ({ row, mayChange, onSave }: LineProps) => {
  const texts = useMessages(applicabilityMessages);
  const { control, fields, version } = row;
  const save = (patch: Partial<ApplicabilityFields>): void => onSave({ ...fields, ...patch }, version);
  return (
    <tr data-out={!fields.applicable || undefined} data-unjustified={isUnjustified(row) || undefined}>
      <th scope="row">
        <ControlLink control={control} />
      </th>
      <td>
        <label className={classes.applies}>
          <input
            type="checkbox"
            aria-label={texts.appliesTo(control.id)}
            checked={fields.applicable}
            disabled={!mayChange}
            onChange={(event) => save({ applicable: event.currentTarget.checked })}
          />
          {fields.applicable ? texts.yes : texts.no}
        </label>
      </td>
      <td>
        <Justification row={row} mayChange={mayChange} onSave={(justification) => save({ justification })} />
      </td>
      <td>
        <select
          className={classes.status}
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
    </tr>
  );
};

const ControlLink = ({ control }: { readonly control: StatementRow['control'] }) => {
  const { slug } = useOrganization();
  return (
    <Link
      to="/o/$slug/requirements/$requirementId"
      params={{ slug, requirementId: control.id }}
      className={classes.control}
      title={control.summary}
    >
      <span className={classes.code}>{control.id}</span>
      <span className={classes.title}>{control.title}</span>
    </Link>
  );
};

interface JustificationProps {
  readonly row: StatementRow;
  readonly mayChange: boolean;
  readonly onSave: (justification: string) => void;
}

/** Saved when one leaves the cell or presses Enter; Escape brings back what was there. */
const Justification = ({ row, mayChange, onSave }: JustificationProps) => {
  const texts = useMessages(applicabilityMessages);
  const { justification } = row.fields;
  const [text, setText] = useState<string | null>(null);
  const unjustified = isUnjustified(row);
  const keep = (): void => {
    if (text !== null && text.trim() !== justification) onSave(text);
    setText(null);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') setText(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  return (
    <span className={classes.justification}>
      {unjustified && <IconAlertTriangle size={15} className={classes.warning} aria-hidden />}
      <textarea
        rows={1}
        aria-label={texts.justificationOf(row.control.id)}
        aria-invalid={unjustified || undefined}
        placeholder={unjustified ? texts.unjustified : mayChange ? texts.why : undefined}
        title={unjustified ? texts.unjustified : justification}
        readOnly={!mayChange}
        value={text ?? justification}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={keys}
      />
    </span>
  );
};
