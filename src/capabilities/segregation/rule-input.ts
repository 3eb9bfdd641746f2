import { findRequirement } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { addDays, type PlainDate } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import { mayBeSameName } from '../people/same-name.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { CompensatingControlFields, Duty, OwnSegregationRule } from './model.ts';
import { activitiesOf, ruleBook } from './rule-book.ts';

type Facts = Pick<Snapshot, 'person' | 'role' | 'segregationRule'>;

const OWN = 'OWN-';

const refuse = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw invalid(errors);
};

/** Requirements that neither the catalogue has nor, by `isOwn`, the organization. */
const unknownIn = (
  field: string,
  ids: readonly RequirementId[],
  isOwn: (id: RequirementId) => boolean,
): readonly FieldError[] =>
  ids.flatMap((id, index) =>
    findRequirement(id) !== undefined || isOwn(id)
      ? []
      : [
          {
            path: `${field}.${index}`,
            message: `There is no requirement ${id}.`,
            accepted: 'a clause such as 9.2.2 or a control such as A.8.8',
          },
        ],
  );

/**
 * A compensating control must be for a rule that is there, end after today, and be approved by somebody else than who
 * holds the two duties and than who sees to it.
 * @throws MusterError `invalid`
 */
export function checkCompensation(
  control: Pick<CompensatingControlFields, 'rule' | 'personId' | 'approvedBy' | 'expires'> & {
    readonly ownerId?: CompensatingControlFields['ownerId'] | undefined;
  },
  { person, segregationRule }: Facts,
  today: PlainDate,
  ends: boolean,
): void {
  const errors: FieldError[] = [];
  if (ruleBook(segregationRule).find(control.rule) === undefined)
    errors.push({ path: 'rule', message: `There is no rule ${control.rule}.`, accepted: 'an id such as SOD-01' });
  if (!ends && control.expires <= today)
    errors.push({
      path: 'expires',
      message: `A control that counts until ${addDays(control.expires, -1)} compensates nothing.`,
      accepted: 'a last day of today or later',
    });
  const nameOf = (id: string | null): string | undefined => person.find((row) => row.id === id)?.name;
  const isApprover = (id: string | null): boolean => mayBeSameName(control.approvedBy, nameOf(id) ?? '');
  if (isApprover(control.personId))
    errors.push({
      path: 'approvedBy',
      message: `${control.approvedBy} cannot approve the control of an own conflict.`,
      accepted: 'somebody else',
    });
  else if (isApprover(control.ownerId ?? null))
    errors.push({
      path: 'approvedBy',
      message: `${control.approvedBy} sees to the control, and cannot approve it too.`,
      accepted: 'somebody else',
    });
  refuse(errors);
}

/** Both sides of a rule must be known and two, and what it rests on must be there. @throws MusterError `invalid` */
export function checkRule(
  { kind, a, b, references }: Pick<OwnSegregationRule, 'kind' | 'a' | 'b' | 'references'>,
  { role, frameworkRequirement }: Pick<Snapshot, 'role' | 'frameworkRequirement'>,
): void {
  const errors: FieldError[] = [];
  // An activity may be new: the organization names it by its rule. A role must be there.
  if (kind === 'role-pair')
    for (const [path, key] of [
      ['a', a],
      ['b', b],
    ] as const)
      if (!role.some((row) => row.key === key))
        errors.push({ path, message: `There is no role ${key}.`, accepted: 'the short name of a role' });
  if (a === b) errors.push({ path: 'b', message: 'A duty cannot be kept apart from itself.', accepted: 'another' });
  const own = new Set(frameworkRequirement.map(({ requirementId }) => requirementId));
  errors.push(...unknownIn('references', references, (id) => own.has(id)));
  refuse(errors);
}

/** @throws MusterError `invalid` for an activity that no rule speaks of, or a requirement that is not in the catalogue */
export function checkDuty(
  { activity, requirementIds }: Pick<Duty, 'activity' | 'requirementIds'>,
  { segregationRule }: Facts,
): void {
  const known = activitiesOf(ruleBook(segregationRule));
  const errors: FieldError[] = known.includes(activity)
    ? []
    : [{ path: 'activity', message: `No rule speaks of ${activity}.`, accepted: known.join(', ') }];
  errors.push(...unknownIn('requirementIds', requirementIds, () => false));
  refuse(errors);
}

/** A key for another own rule: never one that a control still names, though its rule was removed. */
export function nextRuleKey({
  segregationRule,
  compensatingControl,
}: Pick<Snapshot, 'segregationRule' | 'compensatingControl'>): string {
  const taken = [...segregationRule.map(({ key }) => key), ...compensatingControl.map(({ rule }) => rule)];
  const numbers = taken.flatMap((key) => (key.startsWith(OWN) ? [Number(key.slice(OWN.length))] : []));
  return `${OWN}${1 + Math.max(0, ...numbers)}`;
}
