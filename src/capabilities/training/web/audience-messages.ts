import { defineMessages } from '../../../web/message.ts';

/** Texts of whom something is for, by rule: a training or a campaign. */
export const audienceMessages = defineMessages({
  en: {
    label: 'Who it is for',
    everyone: 'Everybody',
    some: 'Holders of roles, people of units',
    roles: 'Roles',
    units: 'Units',
    externals: 'People from outside too',
  },
});
