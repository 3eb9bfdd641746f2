import type { RequirementId } from '../../../domain/requirement.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { schemaErrors } from '../../../web/form/form-errors.ts';
import type { PickedPerson } from '../../people/web/PersonPicker.tsx';
import type { ActionRow } from '../contract.ts';
import { actionFields, type ActionFields, type ActionState, type Project } from '../model.ts';

/** What an action is begun from: a gap, or nothing. */
export interface ActionSeed {
  readonly requirementId: RequirementId | null;
  readonly title: string;
  readonly description: string;
}

/** What stands in the form of an action, as somebody types it. */
export interface ActionDraft {
  readonly title: string;
  readonly description: string;
  readonly owner: PickedPerson | null;
  readonly due: string;
  readonly state: ActionState;
  readonly requirementId: string;
}

export const actionFormFields = ['title', 'description', 'ownerId', 'due', 'state', 'requirementId'];

export const seededDraft = (seed: ActionSeed, owner: PickedPerson | null): ActionDraft => ({
  title: seed.title,
  description: seed.description,
  owner,
  due: '',
  state: 'open',
  requirementId: seed.requirementId ?? '',
});

export const actionDraftOf = (action: ActionRow): ActionDraft => ({
  title: action.title,
  description: action.description,
  owner: { id: action.ownerId, name: action.ownerName },
  due: action.due,
  state: action.state,
  requirementId: action.requirementId ?? '',
});

const written = actionFields.omit({ closedOn: true });
export type WrittenAction = Omit<ActionFields, 'closedOn'>;

export type ReadAction =
  | { readonly ok: true; readonly fields: WrittenAction }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Checks what was typed by the schema of the model. */
export function readAction(draft: ActionDraft, projectId: Project['id'] | null): ReadAction {
  const requirementId = draft.requirementId.trim();
  const checked = written.safeParse({
    title: draft.title,
    description: draft.description,
    ownerId: (draft.owner?.id ?? '') as PersonId,
    due: draft.due,
    state: draft.state,
    requirementId: requirementId === '' ? null : requirementId,
    projectId,
  });
  return checked.success ? { ok: true, fields: checked.data } : { ok: false, errors: schemaErrors(checked) };
}

/** The server names fields by their place in the list of a change: `actions.0.due` is told at `due`. */
export const fieldOf = (path: string): string => path.replace(/^(actions|edits)\.\d+\./, '');
