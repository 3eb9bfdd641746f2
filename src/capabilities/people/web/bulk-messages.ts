import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of choosing people in the register and changing them together. */
export const bulkMessages = defineMessages({
  en: {
    choose: 'Choose',
    chooseOne: (name: string) => `Choose ${name}`,
    chooseShown: 'Choose everybody loaded',
    bar: 'People chosen',
    chosen: (count: number) => `${counted(count, 'person', 'people')} chosen`,
    chooseAll: (count: number) => `Choose all ${count} of this list`,
    chooseMost: (count: number) => `Choose the first ${count} of this list`,
    clear: 'Choose nobody',
    change: 'Change together',
    title: (count: number) => `Change ${counted(count, 'person', 'people')} together`,
    lead: 'Only what you tick is changed. All of it is one change in the trail.',
    set: (field: string) => `Set: ${field}`,
    fields: {
      unit: 'Unit',
      site: 'Site',
      jobTitle: 'Job title',
      managerId: 'Reports to',
      kind: 'Kind',
      hours: 'Hours a week',
      to: 'Last day',
    },
    hoursFrom: 'From the day',
    empty: 'Empty takes it away.',
    ends: (count: number) =>
      count === 0
        ? 'Nobody chosen holds a role.'
        : `${counted(count, 'person chosen holds a role', 'people chosen hold roles')}: what is not handed over will be among the gaps. "End engagement" on the page of a person hands over.`,
    save: (count: number) => `Change ${counted(count, 'person', 'people')}`,
    cancel: 'Cancel',
    done: (count: number) =>
      count === 0 ? 'Everybody was like this already' : `${counted(count, 'person', 'people')} changed`,
    nothing: 'Tick what to change.',
    badDay: 'Expected a date.',
    quicker: (name: string) =>
      `Somebody else changed ${name} meanwhile. Nothing was changed. The rows behind this are fresh now: look, and try again.`,
  },
});
