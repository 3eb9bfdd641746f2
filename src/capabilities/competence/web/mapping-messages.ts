import { counted, defineMessages } from '../../../web/message.ts';

export const mappingMessages = defineMessages({
  en: {
    title: 'Mapping between frameworks',
    lead: 'Who holds a competence that covers another, or equals it, holds the other too. What is only related helps to find it.',
    loading: 'Loading the mapping',
    columns: { from: 'Competence', relation: 'Relation', to: 'Counts for', note: 'Note', actions: 'Actions' },
    relations: { equal: 'equals', covers: 'covers', related: 'is related to' },
    relationOf: (from: string, to: string) => `How ${from} relates to ${to}`,
    remove: 'Remove',
    removeOf: (from: string, to: string) => `Remove the mapping of ${from} to ${to}`,
    add: 'Add a mapping',
    from: 'Competence',
    to: 'Counts for',
    relation: 'Relation',
    note: 'Note',
    search: 'Search competences and work roles',
    save: 'Add',
    none: 'Nothing is mapped yet.',
    suggested: 'Suggested by Muster',
    suggestedLead:
      'By subject, in our own judgement: no owner of a framework has endorsed it. All of them are related only and count for nothing until you say that they cover.',
    takeAll: (count: number) => `Take ${counted(count, 'suggestion', 'suggestions')}`,
    take: 'Take',
    takeOf: (from: string, to: string) => `Take ${from} as related to ${to}`,
    more: (count: number) => `and ${counted(count, 'more suggestion', 'more suggestions')}`,
    empty: {
      title: 'Nothing to map yet',
      what: 'As soon as a framework such as NICE or ECSF was taken in, its statements can be mapped to those that come with Muster: somebody whose competence is known by one name then holds it under the other.',
    },
    bring: 'Import a framework',
  },
});
