import { z } from 'zod';
import { unreachable } from '../kernel/errors.ts';
import clausesJson from './data/clauses.json' with { type: 'json' };
import controlsJson from './data/controls.json' with { type: 'json' };
import { requirementIdSchema, type RequirementId } from './requirement.ts';

export const controlThemes = ['organizational', 'people', 'physical', 'technological'] as const;
export type ControlTheme = (typeof controlThemes)[number];

/** The five attributes of a control (ISO/IEC 27002:2022, 4.2), as the open tools spell their values. */
export interface ControlAttributes {
  readonly controlType: readonly string[];
  readonly properties: readonly string[];
  readonly cybersecurityConcepts: readonly string[];
  readonly operationalCapabilities: readonly string[];
  readonly securityDomains: readonly string[];
}

/** Whether the clause demands documented information, and which. */
export interface DocumentedInformation {
  readonly mandatory: boolean | 'as-determined';
  readonly what?: string | undefined;
}

interface RequirementBase {
  readonly id: RequirementId;
  /** ISO's title. */
  readonly title: string;
  /** Own words; never ISO's sentences. */
  readonly summary: string;
}

export interface ClauseRequirement extends RequirementBase {
  readonly kind: 'clause';
  /** Number of the main clause: `4` to `10`. */
  readonly section: string;
  /** The heading directly above: `6.1` for `6.1.2`. */
  readonly parent: string;
  readonly documentedInformation: DocumentedInformation;
  readonly note?: string | undefined;
  readonly amendment?: string | undefined;
}

export interface ControlRequirement extends RequirementBase {
  readonly kind: 'control';
  /** `A.5` to `A.8`. */
  readonly section: string;
  readonly theme: ControlTheme;
  readonly attributes: ControlAttributes;
  readonly newIn2022: boolean;
}

export type Requirement = ClauseRequirement | ControlRequirement;

/** A heading that holds requirements and is none itself: main clauses, `6.1`, and the four sections of Annex A. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly summary: string;
}

const clauseFile: z.ZodType<{
  clauses: {
    id: string;
    title: string;
    parent: string | null;
    leaf: boolean;
    summary: string;
    documentedInformation?: DocumentedInformation | undefined;
    note?: string | undefined;
    amendment?: string | undefined;
  }[];
}> = z.object({
  clauses: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      parent: z.string().nullable(),
      leaf: z.boolean(),
      summary: z.string(),
      documentedInformation: z
        .object({
          mandatory: z.union([z.boolean(), z.literal('as-determined')]),
          what: z.string().optional(),
        })
        .optional(),
      note: z.string().optional(),
      amendment: z.string().optional(),
    }),
  ),
});

const values = z.array(z.string());
const controlFile: z.ZodType<{
  controls: (Omit<ControlRequirement, 'kind' | 'section' | 'id'> & { id: string })[];
}> = z.object({
  controls: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      theme: z.enum(controlThemes),
      newIn2022: z.boolean(),
      summary: z.string(),
      attributes: z.object({
        controlType: values,
        properties: values,
        cybersecurityConcepts: values,
        operationalCapabilities: values,
        securityDomains: values,
      }),
    }),
  ),
});

const { clauses } = clauseFile.parse(clausesJson);
const { controls } = controlFile.parse(controlsJson);

const mainClause = (id: string): string => id.split('.', 1)[0] ?? id;

/** The 30 leaf clauses of ISO/IEC 27001:2022, in the order of the standard. */
export const leafClauses: readonly ClauseRequirement[] = clauses
  .filter((clause) => clause.leaf)
  .map((clause) => ({
    kind: 'clause',
    id: requirementIdSchema.parse(clause.id),
    title: clause.title,
    summary: clause.summary,
    section: mainClause(clause.id),
    parent: clause.parent ?? mainClause(clause.id),
    documentedInformation: clause.documentedInformation ?? { mandatory: false },
    note: clause.note,
    amendment: clause.amendment,
  }));

/** The 93 controls of Annex A, in the order of the standard. */
export const annexAControls: readonly ControlRequirement[] = controls.map((control) => ({
  ...control,
  kind: 'control',
  id: requirementIdSchema.parse(control.id),
  section: control.id.slice(0, control.id.lastIndexOf('.')),
}));

/** All 123 requirements: clauses first, then controls. Every list and matrix keeps this order. */
export const requirements: readonly Requirement[] = [...leafClauses, ...annexAControls];

const byId: ReadonlyMap<string, Requirement> = new Map(
  requirements.map((requirement) => [requirement.id, requirement]),
);
const positions: ReadonlyMap<string, number> = new Map(
  requirements.map((requirement, position) => [requirement.id, position]),
);

/** The requirement with this id, or undefined when the catalogue has none. */
export const findRequirement = (id: string): Requirement | undefined => byId.get(id);

/** Place of a requirement in the catalogue's order, from 0; undefined when the catalogue does not have it. */
export const requirementPosition = (id: string): number | undefined => positions.get(id);

/** Name of an Annex A section: the theme as a reader of the standard says it. */
export function themeTitle(theme: ControlTheme): string {
  switch (theme) {
    case 'organizational':
      return 'Organizational controls';
    case 'people':
      return 'People controls';
    case 'physical':
      return 'Physical controls';
    case 'technological':
      return 'Technological controls';
    default:
      return unreachable(theme);
  }
}

/** Headings in order: clauses `4` to `10` with `6.1`, `7.5` and the like, then `A.5` to `A.8`. */
export const headings: readonly Heading[] = [
  ...clauses
    .filter((clause) => !clause.leaf)
    .map(({ id, title, parent, summary }): Heading => ({ id, title, parent, summary })),
  ...controlThemes.map((theme, index): Heading => {
    const count = controls.filter((control) => control.theme === theme).length;
    return { id: `A.${index + 5}`, title: themeTitle(theme), parent: null, summary: `${count} controls of Annex A.` };
  }),
];
