import { lazyRouteComponent } from '@tanstack/react-router';
import { page } from './organization-route.tsx';

/** The sections of the settings. */
export const settingsPages = [
  page(
    '/settings',
    lazyRouteComponent(() => import('../capabilities/identity/web/SettingsScreen.tsx'), 'SettingsScreen'),
  ),
  page(
    '/settings/members',
    lazyRouteComponent(() => import('../capabilities/identity/web/MembersScreen.tsx'), 'MembersScreen'),
  ),
  page(
    '/settings/rules',
    lazyRouteComponent(() => import('../capabilities/tuning/web/RulesScreen.tsx'), 'RulesScreen'),
  ),
  page(
    '/settings/reminders',
    lazyRouteComponent(() => import('../capabilities/reminders/web/RemindersScreen.tsx'), 'RemindersScreen'),
  ),
  page(
    '/settings/password',
    lazyRouteComponent(() => import('../capabilities/identity/web/PasswordScreen.tsx'), 'PasswordScreen'),
  ),
] as const;
