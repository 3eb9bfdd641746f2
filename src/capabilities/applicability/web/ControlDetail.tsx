import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ControlBearer, ControlResource, ControlResources } from '../../assessment/control-resource.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { inclusionReasons, type ApplicabilityFields } from '../model.ts';
import { EvidenceEditor } from './EvidenceEditor.tsx';
import { applicabilityMessages } from './messages.ts';
import type { StatementRow } from './statement.ts';
import classes from './statement-detail.module.css';

interface ControlDetailProps {
  readonly row: StatementRow;
  readonly resource: ControlResource | undefined;
  readonly gaps: ControlResources['gaps'];
  readonly mayChange: boolean;
  readonly onSave: (patch: Partial<ApplicabilityFields>) => void;
}

/** Below a line of the statement: what calls for the control, the evidence, and the people behind it. */
export function ControlDetail({ row, resource, gaps, mayChange, onSave }: ControlDetailProps): JSX.Element {
  const texts = useMessages(applicabilityMessages);
  const { fields, control } = row;
  const bearers = resource?.bearers ?? [];
  const found = gaps.filter(({ id }) => resource?.gapIds.includes(id));
  return (
    <div className={classes.parts}>
      <fieldset className={classes.reasons}>
        <legend>{texts.calledFor}</legend>
        {inclusionReasons.map((reason) => (
          <label key={reason}>
            <input
              type="checkbox"
              checked={fields.reasons.includes(reason)}
              disabled={!mayChange}
              onChange={(event) =>
                onSave({
                  reasons: event.currentTarget.checked
                    ? [...fields.reasons, reason]
                    : fields.reasons.filter((one) => one !== reason),
                })
              }
            />
            {texts.reasons[reason]}
          </label>
        ))}
      </fieldset>
      <EvidenceEditor
        control={control.id}
        evidence={fields.evidence}
        mayChange={mayChange}
        onSave={(evidence) => onSave({ evidence })}
      />
      <div>
        <p className={classes.part}>{texts.resources.title}</p>
        {bearers.length === 0 && <span className={classes.alarm}>{texts.resources.nobody}</span>}
        <ul className={classes.list}>
          {bearers.map((bearer) => (
            <Bearer key={`${bearer.letter} ${bearer.named.id}`} bearer={bearer} />
          ))}
          {fields.applicable &&
            found.map(({ id, explanation }) => (
              <li key={id} className={classes.gap}>
                <IconAlertTriangle size={14} aria-hidden />
                <span>{explanation}</span>
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
}

const Bearer = ({ bearer }: { readonly bearer: ControlBearer }) => {
  const texts = useMessages(applicabilityMessages).resources;
  const { letter, named, people, more, state } = bearer;
  return (
    <li className={classes.bearer}>
      <span className={classes.letter} title={texts.letters[letter]}>
        {letter}
      </span>
      <span>
        <NamedLink named={named} />
        {state !== 'in office' && ' '}
        {state === 'vacant' && <span className={classes.alarm}>{texts.vacant}</span>}
        {state === 'left' && <span className={classes.alarm}>{texts.left}</span>}
        {state === 'everyone' && <span className={classes.quiet}>{texts.everyone}</span>}
        {named.kind === 'role' && people.length > 0 && (
          <>
            {': '}
            {people.map(({ personId, name, capacity, hoursPerWeek, external }, index) => (
              <span key={`${personId} ${capacity ?? ''}`}>
                {index > 0 && ', '}
                <NamedLink named={{ kind: 'person', id: personId, name }} />
                <span className={classes.quiet}>{texts.person(capacity === 'deputy', external, hoursPerWeek)}</span>
              </span>
            ))}
            {more > 0 && <span className={classes.quiet}> {texts.more(more)}</span>}
            {people.every(({ capacity }) => capacity !== 'deputy') && (
              <span className={classes.quiet}>, {texts.noDeputy}</span>
            )}
          </>
        )}
      </span>
    </li>
  );
};

/** The role or person that the matrix names, as a way to its page. */
export const NamedLink = ({ named }: { readonly named: ControlBearer['named'] }): JSX.Element => {
  const { slug } = useOrganization();
  return named.kind === 'role' ? (
    <Link className={classes.named} to="/o/$slug/roles/$roleId" params={{ slug, roleId: named.id }}>
      {named.name}
    </Link>
  ) : (
    <Link className={classes.named} to="/o/$slug/people/$personId" params={{ slug, personId: named.id }}>
      {named.name}
    </Link>
  );
};
