import { findRoleTemplate } from '../../domain/role-template.ts';
import { foldedName } from '../accountability/name-similarity.ts';
import type { Role } from '../roles/model.ts';
import type { Resolution, Standing } from './resolution.ts';

/** People kept for one wording of a title, and the words of a title that are looked at. */
const KEPT = 8;
const LONGEST = 6;

/** Active people by the wording of their job title: whole parts of it, and runs of words within it. */
export interface TitleIndex {
  /** `CISO` and `Head of IT` of the title `Head of IT / CISO`. */
  readonly parts: ReadonlyMap<string, readonly Standing[]>;
  /** `information security officer` of the title `Group Information Security Officer`. */
  readonly phrases: ReadonlyMap<string, readonly Standing[]>;
}

/** Linear in the people, and in the different titles times their words. */
export function titlesOf(resolution: Resolution): TitleIndex {
  const byTitle = new Map<string, Standing[]>();
  for (const standing of resolution.people.values()) {
    const title = standing.active ? (standing.person.jobTitle?.trim() ?? '') : '';
    if (title !== '') keep(byTitle, title, [standing]);
  }
  const parts = new Map<string, Standing[]>();
  const phrases = new Map<string, Standing[]>();
  for (const [title, people] of byTitle)
    for (const text of new Set([title, ...title.split(/[/(),;&|+]| [-–—] | and | und | et | y /)])) {
      const folded = foldedName(text);
      if (folded === '') continue;
      keep(parts, folded, people);
      const words = folded.split(' ');
      for (let from = 0; from < words.length; from += 1)
        for (let to = from + 2; to <= Math.min(words.length, from + LONGEST); to += 1)
          keep(phrases, words.slice(from, to).join(' '), people);
    }
  return { parts, phrases };
}

function keep(index: Map<string, Standing[]>, key: string, people: readonly Standing[]): void {
  const list = index.get(key) ?? [];
  index.set(key, list);
  for (const standing of people) if (list.length < KEPT && !list.includes(standing)) list.push(standing);
}

/** What a role is called. */
type Called = { readonly name: string; readonly aliases: readonly string[] };

const namesOf = (role: Called): readonly string[] =>
  [...new Set([role.name, ...role.aliases].map(foldedName))].filter((name) => name !== '');

/** People whose title is a name of the role, then those whose title holds such a name of two words or more. */
export function* holdersOfTitle(index: TitleIndex, role: Called): Generator<Standing> {
  const names = namesOf(role);
  for (const name of names) yield* index.parts.get(name) ?? [];
  for (const name of names) yield* index.phrases.get(name) ?? [];
}

/**
 * Roles whose bearers often hold another one too, or come closest to it, best first; by key of the template. What
 * segregation speaks against is told with the candidate.
 */
const kin: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'isms-leadership': ['ciso', 'information-security-manager', 'ceo', 'risk-manager', 'it-operations'],
    'information-security-manager': ['ciso', 'isms-leadership', 'risk-manager', 'security-operations', 'it-operations'],
    ciso: ['isms-leadership', 'information-security-manager', 'risk-manager', 'it-operations'],
    'leadership-team': ['ceo', 'finance', 'it-operations', 'hr', 'legal-compliance'],
    'management-review-team': [
      'ceo',
      'leadership-team',
      'isms-leadership',
      'ciso',
      'information-security-manager',
      'it-operations',
    ],
    'risk-manager': ['information-security-manager', 'ciso', 'legal-compliance', 'finance'],
    'security-operations': ['it-operations', 'iam-administrator', 'security-architect'],
    'iam-administrator': ['it-operations', 'service-desk', 'security-operations'],
    'security-architect': ['it-operations', 'development-lead', 'security-operations'],
    'service-desk': ['it-operations'],
    'incident-response-lead': ['security-operations', 'information-security-manager', 'ciso', 'it-operations'],
    'business-continuity-lead': ['risk-manager', 'information-security-manager', 'facilities', 'it-operations'],
    'training-awareness-lead': ['hr', 'information-security-manager'],
    'third-party-manager': ['procurement', 'information-security-manager'],
    procurement: ['finance', 'third-party-manager'],
    'legal-compliance': ['dpo', 'finance'],
    'document-controller': ['information-security-manager', 'legal-compliance'],
    'internal-auditor': ['legal-compliance', 'finance'],
    dpo: ['legal-compliance'],
  }),
);

export interface NearTitle {
  readonly standing: Standing;
  /** The name of the role that the title is of. */
  readonly near: string;
}

/** People whose title is that of a role close to this one. */
export function* holdersOfNearTitle(index: TitleIndex, role: Role, resolution: Resolution): Generator<NearTitle> {
  for (const key of kin.get(role.key) ?? []) {
    const near = resolution.rolesByKey.get(key)?.role ?? findRoleTemplate(key);
    if (near !== undefined) for (const standing of holdersOfTitle(index, near)) yield { standing, near: near.name };
  }
}
