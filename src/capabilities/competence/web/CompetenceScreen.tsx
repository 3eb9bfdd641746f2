import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BenchView } from './BenchView.tsx';
import { matrixTexts } from './matrix-messages.ts';
import classes from './matrix.module.css';
import { PeopleCompetences } from './PeopleCompetences.tsx';
import { RoleCompetences } from './RoleCompetences.tsx';
import { SuccessionView } from './SuccessionView.tsx';
import { TrendView } from './TrendView.tsx';
import { WaitingClaimsButton } from './WaitingClaims.tsx';

const views = {
  people: PeopleCompetences,
  roles: RoleCompetences,
  bench: BenchView,
  succession: SuccessionView,
  trend: TrendView,
} as const;
type View = keyof typeof views;
const viewNames: readonly View[] = ['people', 'roles', 'bench', 'succession', 'trend'];

/** Filters that not every view knows: they leave the address with it. */
const own = ['search', 'unit', 'role', 'gap', 'columns'] as const;

/** Who must be able to do what, and who can: by person, by role, and in pictures. */
export function CompetenceScreen(): JSX.Element {
  const texts = useMessages(matrixTexts);
  const mayJudge = useMayChange('competenceAssessment');
  const mayRequire = useMayChange('role');
  const { slug } = useOrganization();
  const [address, setFilter] = useAddressFilters();
  const view = oneOf(viewNames, address['view']) ?? 'people';
  const Shown = views[view];
  const hints: Partial<Record<View, string>> = {
    ...(mayJudge ? { people: texts.typePeople } : {}),
    ...(mayRequire ? { roles: texts.typeRoles } : {}),
  };
  return (
    <div className={classes.page}>
      <PageHeader
        title={texts.title}
        lead={[texts.leads[view], hints[view]].filter((text) => text !== undefined).join(' ')}
      >
        <WaitingClaimsButton />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
              {texts.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['framework', 'required', 'import'] as const).map((page) => (
              <Menu.Item
                key={page}
                renderRoot={(props) => <Link to={`/o/$slug/competence/${page}`} params={{ slug }} {...props} />}
              >
                {texts.pages[page]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </PageHeader>
      <SegmentedControl
        className={classes.views}
        data-screen-only
        aria-label={texts.view}
        data={viewNames.map((value) => ({ value, label: texts.views[value] }))}
        value={view}
        onChange={(value) =>
          setFilter({
            ...Object.fromEntries(own.map((name) => [name, undefined])),
            view: value === 'people' ? undefined : value,
          })
        }
      />
      <Shown />
    </div>
  );
}
