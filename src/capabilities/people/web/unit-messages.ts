import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of the page of units and sites. */
export const unitMessages = defineMessages({
  en: {
    title: 'Units and sites',
    lead: 'Departments, teams and places, with who heads them. People name them; a new name here is a new name there.',
    back: 'People',
    loading: 'Loading units and sites',
    kinds: { unit: 'Units', site: 'Sites' },
    one: { unit: 'Unit', site: 'Site' },
    add: { unit: 'Describe a unit', site: 'Describe a site' },
    none: {
      unit: 'No unit is described yet.',
      site: 'No site is described yet.',
    },
    undescribed: 'Named by people, not described yet',
    undescribedLead: 'One click describes them; who heads them can be said later.',
    describe: 'Describe',
    describeIt: (name: string) => `Describe ${name}`,
    described: (name: string) => `${name} is described now`,
    columns: { name: 'Name', head: 'Head', people: 'People', gaps: 'Gaps', note: 'Note' },
    headGone: 'has left',
    noHead: 'Nobody named',
    people: (count: number) => counted(count, 'person', 'people'),
    gaps: (count: number) => counted(count, 'gap', 'gaps'),
    edit: (name: string) => `Edit ${name}`,
    form: {
      name: 'Name',
      rename: (count: number) =>
        count === 0 ? '' : `A new name is given to ${counted(count, 'person', 'people')} in the same change.`,
      parent: 'Stands below',
      noParent: 'Nothing: at the top',
      head: 'Head',
      note: 'Note',
      save: 'Save',
      cancel: 'Cancel',
      remove: 'Remove',
      forget: 'Forget the description only',
      forgetHint: (count: number) =>
        `${counted(count, 'person names', 'people name')} it. Their name for it stays; head, note and place in the tree go.`,
      saved: (name: string) => `${name} saved`,
      removed: (name: string) => `${name} is not described any more`,
    },
    empty: {
      title: 'Where do people work?',
      text: 'Units and sites come with the people: whatever stands in their unit or site is listed here, and becomes a unit with a head and a place in the tree with one click.',
      clause:
        'Clause 5.3 asks that responsibilities are assigned within the organization: the head of a unit is where a question goes when nobody else is named.',
    },
  },
});
