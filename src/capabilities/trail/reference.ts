import type { RegisterName } from './register.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the id (or the ids) in a field of this name stands for, in whatever register the field is. */
const idFields: Readonly<Record<string, RegisterName>> = {
  personId: 'person',
  managerId: 'person',
  headId: 'person',
  ownerId: 'person',
  memberIds: 'person',
  roleId: 'role',
  frameworkId: 'framework',
  projectId: 'project',
  parentId: 'unit',
  assessorId: 'person',
  competenceFrameworkId: 'competenceFramework',
  measureId: 'measure',
  sessionId: 'trainingSession',
  campaignId: 'campaign',
  evidenceId: 'evidence',
  evidenceIds: 'evidence',
  ownerRoleId: 'role',
  supplierId: 'supplier',
  dependsOn: 'asset',
};

/** Fields that no constraint watches: who is named there may be gone. */
const looseFields: ReadonlySet<string> = new Set(['memberIds', 'evidenceIds', 'dependsOn']);

/** Fields that hold the id of a requirement; those of other catalogues are rows of a register. */
const requirementIds = ['requirementId', 'requirementIds', 'references', 'mappedTo'] as const;

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((one): one is string => typeof one === 'string')
      : [];

/** What other rows may call a row: its id, a role also by its key, and a catalogue's requirement by the id that the catalogue gives it. */
export const marksOf = (register: RegisterName, row: Row): readonly string[] =>
  register === 'role'
    ? [...texts(row['id']), ...texts(row['key'])]
    : texts(row[register === 'frameworkRequirement' ? 'requirementId' : 'id']);

/** Keys of roles that a row names. */
const roleKeysIn = (register: RegisterName, row: Row): readonly string[] =>
  register === 'role'
    ? texts(row['fallbackKey'])
    : register === 'segregationRule' && row['kind'] === 'role-pair'
      ? [...texts(row['a']), ...texts(row['b'])]
      : [];

/** The ids to which a row refers and that must be there, with their register. */
export const idsIn = (row: Row): readonly { readonly register: RegisterName; readonly id: string }[] =>
  Object.entries(idFields).flatMap(([field, register]) =>
    looseFields.has(field) ? [] : texts(row[field]).map((id) => ({ register, id })),
  );

/** Everything to which a row refers, as {@link marksOf} names it. */
export const referencesOf = (register: RegisterName, row: Row): readonly string[] => [
  ...Object.keys(idFields).flatMap((field) => texts(row[field])),
  ...roleKeysIn(register, row),
  ...(register === 'frameworkRequirement' ? [] : requirementIds.flatMap((field) => texts(row[field]))),
];

/** Fields that together stand once in a register. */
const keys: { readonly [R in RegisterName]?: readonly string[] } = {
  person: ['externalId'],
  role: ['key'],
  framework: ['key'],
  frameworkRequirement: ['requirementId'],
  requirementMapping: ['requirementId', 'mappedTo'],
  accountability: ['requirementId', 'roleId', 'personId'],
  applicability: ['requirementId'],
  segregationRule: ['key'],
  analysis: ['projectId', 'requirementId'],
  ruleSetting: ['rule'],
  competenceFramework: ['key'],
  competence: ['key'],
  competenceMapping: ['from', 'to'],
  workRole: ['key'],
  requirementCompetence: ['requirementId', 'competence'],
  acknowledgement: ['campaignId', 'personId'],
  reminderSetting: ['kind'],
  supplier: ['reference'],
  asset: ['reference'],
};

/** What no two rows of a register may have alike; null where there is no such thing or the row leaves it open. */
export function keyOf(register: RegisterName, row: Row): string | null {
  const fields = keys[register];
  if (fields === undefined || fields.every((field) => row[field] === null || row[field] === undefined)) return null;
  return `${register} ${JSON.stringify(fields.map((field) => row[field] ?? null))}`;
}

/** How a row is called in a sentence: its own name, or the names of what it brings together. */
export function labelOf(row: Row, names: ReadonlyMap<string, string>): string {
  const own = [row['name'], row['title'], row['key']].find((text) => typeof text === 'string');
  if (typeof own === 'string') return own;
  const parts = ['requirementId', 'personId', 'roleId', 'rule', 'activity', 'document', 'email'].flatMap((field) =>
    texts(row[field]).map((text) => names.get(text) ?? text),
  );
  return parts.join(', ');
}
