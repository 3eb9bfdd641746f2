import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconBooks,
  IconBriefcase,
  IconChecklist,
  IconFileText,
  IconHistory,
  IconLayoutDashboard,
  IconLifebuoy,
  IconListCheck,
  IconListDetails,
  IconSchool,
  IconSettings,
  IconSpeakerphone,
  IconTable,
  IconTargetArrow,
  IconUser,
  IconUserStar,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export type PageName =
  | 'overview'
  | 'me'
  | 'applicability'
  | 'roles'
  | 'accountability'
  | 'people'
  | 'competence'
  | 'segregation'
  | 'frameworks'
  | 'projects'
  | 'awareness'
  | 'training'
  | 'actions'
  | 'gaps'
  | 'resilience'
  | 'checklists'
  | 'documents'
  | 'trail'
  | 'settings';

/** A page of an organization as navigation, palette and shortcuts name it. `key` follows g on the keyboard. */
export interface PageEntry {
  readonly name: PageName;
  readonly to: PageAddress;
  readonly icon: Icon;
  readonly key: string;
}

export type PageAddress =
  | '/o/$slug'
  | `/o/$slug/${'me' | 'applicability' | 'roles' | 'accountability' | 'people' | 'competence' | 'awareness' | 'segregation' | 'frameworks' | 'projects' | 'training' | 'actions' | 'gaps' | 'resilience' | 'checklists' | 'documents' | 'trail' | 'settings'}`;

const overview: PageEntry = { name: 'overview', to: '/o/$slug', icon: IconLayoutDashboard, key: 'o' };
const me: PageEntry = { name: 'me', to: '/o/$slug/me', icon: IconUser, key: 'i' };
const settings: PageEntry = { name: 'settings', to: '/o/$slug/settings', icon: IconSettings, key: 's' };

/** Clause 7.1 asks to determine and to provide resources; the rest proves it. */
export const pageGroups: readonly {
  readonly group: 'determine' | 'provide' | 'prove';
  readonly pages: readonly PageEntry[];
}[] = [
  {
    group: 'determine',
    pages: [
      { name: 'applicability', to: '/o/$slug/applicability', icon: IconListCheck, key: 'y' },
      { name: 'accountability', to: '/o/$slug/accountability', icon: IconTable, key: 'a' },
      { name: 'frameworks', to: '/o/$slug/frameworks', icon: IconBooks, key: 'w' },
      { name: 'roles', to: '/o/$slug/roles', icon: IconUserStar, key: 'r' },
      { name: 'segregation', to: '/o/$slug/segregation', icon: IconArrowsSplit2, key: 'e' },
      { name: 'projects', to: '/o/$slug/projects', icon: IconBriefcase, key: 'j' },
    ],
  },
  {
    group: 'provide',
    pages: [
      { name: 'people', to: '/o/$slug/people', icon: IconUsers, key: 'p' },
      { name: 'competence', to: '/o/$slug/competence', icon: IconSchool, key: 'm' },
      { name: 'awareness', to: '/o/$slug/awareness', icon: IconSpeakerphone, key: 'b' },
      { name: 'training', to: '/o/$slug/training', icon: IconTargetArrow, key: 'i' },
      { name: 'actions', to: '/o/$slug/actions', icon: IconListDetails, key: 'n' },
    ],
  },
  {
    group: 'prove',
    pages: [
      { name: 'gaps', to: '/o/$slug/gaps', icon: IconAlertTriangle, key: 'g' },
      { name: 'resilience', to: '/o/$slug/resilience', icon: IconLifebuoy, key: 'l' },
      { name: 'checklists', to: '/o/$slug/checklists', icon: IconChecklist, key: 'c' },
      { name: 'documents', to: '/o/$slug/documents', icon: IconFileText, key: 'd' },
      { name: 'trail', to: '/o/$slug/trail', icon: IconHistory, key: 't' },
    ],
  },
];

export const firstPages: readonly PageEntry[] = [overview, me];
export const lastPage = settings;
export const allPages: readonly PageEntry[] = [...firstPages, ...pageGroups.flatMap(({ pages }) => pages), settings];
