import type { PersonId } from '../../../kernel/id.ts';
import { schemaErrors } from '../../../web/form/form-errors.ts';
import { endAfter, lastDayOf } from '../../../web/form/last-day.ts';
import type { PickedPerson } from '../../people/web/PersonPicker.tsx';
import type { ProjectRow } from '../contract.ts';
import { projectFields, type ProjectFields } from '../model.ts';

/** What stands in the form of a project, as somebody types it; `to` is the last day. */
export interface ProjectDraft {
  readonly name: string;
  readonly purpose: string;
  readonly manager: PickedPerson | null;
  readonly members: readonly PickedPerson[];
  readonly from: string;
  readonly to: string;
}

export const projectFormFields = ['name', 'purpose', 'managerId', 'memberIds', 'from', 'to'];

export const projectDraftOf = (project: ProjectRow): ProjectDraft => ({
  name: project.name,
  purpose: project.purpose,
  manager: project.manager,
  members: project.members,
  from: project.from,
  to: lastDayOf(project.to),
});

const written = projectFields.omit({ state: true });
export type WrittenProject = Omit<ProjectFields, 'state'>;

export type ReadProject =
  | { readonly ok: true; readonly fields: WrittenProject }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Checks names and dates by the schema of the model. */
export function readProject(draft: ProjectDraft): ReadProject {
  const checked = written.safeParse({
    name: draft.name,
    purpose: draft.purpose,
    managerId: (draft.manager?.id ?? '') as PersonId,
    memberIds: draft.members.map(({ id }) => id as PersonId),
    from: draft.from,
    to: endAfter(draft.to),
  });
  return checked.success ? { ok: true, fields: checked.data } : { ok: false, errors: schemaErrors(checked) };
}
