import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { Fix, Gap } from '../model.ts';
import { useFixAllowed } from './fix-permission.ts';
import classes from './gap.module.css';
import { messages } from './messages.ts';
import { SeverityMark } from './SeverityMark.tsx';
import { SubjectLink } from './SubjectLink.tsx';

/** One gap as a line: how bad, what and about whom, the clause, and the button that mends it. */
export function GapRow({
  gap,
  hideSubject = false,
  onFix,
}: {
  readonly gap: Gap;
  readonly hideSubject?: boolean;
  readonly onFix: (gap: Gap) => void;
}): JSX.Element {
  const text = useMessages(messages);
  return (
    <div className={classes.row}>
      <SeverityMark severity={gap.severity} />
      <div className={classes.body}>
        <span className={classes.rule}>{text.rule[gap.rule]}</span>
        {!hideSubject && (
          <>
            {' '}
            <SubjectLink subject={gap.subject} />
          </>
        )}
        <div className={classes.explanation}>{gap.explanation}</div>
      </div>
      <span className={classes.clause}>
        {gap.clause}
        {gap.requirements.length > 1 && (
          <span className={classes.touches}>{text.touches(gap.requirements.length)}</span>
        )}
      </span>
      <span className={classes.fix} data-screen-only>
        <FixButton gap={gap} onFix={onFix} />
      </span>
    </div>
  );
}

/** The button that opens the fix of a gap, or leads to the page that hands over; nothing where the reader may not. */
export function FixButton({
  gap,
  onFix,
}: {
  readonly gap: Gap;
  readonly onFix: (gap: Gap) => void;
}): JSX.Element | null {
  const text = useMessages(messages);
  const { slug } = useOrganization();
  const allowed = useFixAllowed();
  const { fix } = gap;
  if (fix === undefined || !allowed(fix)) return null;
  const label = fix.kind === 'appoint' && fix.capacity === 'deputy' ? text.fix.appointDeputy : text.fix[fix.kind];
  const page = pageOf(fix, slug);
  if (page !== null)
    return (
      <Button
        size="compact-sm"
        variant="default"
        title={text.fixEffect[page.kind]}
        renderRoot={(props) => <Link {...page.link} {...props} />}
      >
        {label}
      </Button>
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${label}: ${gap.subject.label}`}
      aria-haspopup="dialog"
      onClick={() => onFix(gap)}
    >
      {label}
    </Button>
  );
}

/** The page that mends a gap, for what is not done in one step; null for what is. */
function pageOf(fix: Fix, slug: string) {
  switch (fix.kind) {
    case 'hand-over':
      return {
        kind: fix.kind,
        link: { to: '/o/$slug/people/$personId/leave', params: { slug, personId: fix.personId } },
      } as const;
    case 'set-competences':
      return { kind: fix.kind, link: { to: '/o/$slug/roles/$roleId', params: { slug, roleId: fix.roleId } } } as const;
    case 'open-trainings':
      return {
        kind: fix.kind,
        link: {
          to: '/o/$slug/training',
          params: { slug },
          search: fix.personId === null ? {} : { show: 'all', personId: fix.personId },
        },
      } as const;
    case 'plan-trainings':
      return {
        kind: fix.kind,
        link: { to: '/o/$slug/training/proposals', params: { slug }, search: { roleId: fix.roleId } },
      } as const;
    case 'open-campaign':
      return fix.campaignId === null
        ? ({ kind: fix.kind, link: { to: '/o/$slug/awareness', params: { slug } } } as const)
        : ({
            kind: fix.kind,
            link: { to: '/o/$slug/awareness/$campaignId', params: { slug, campaignId: fix.campaignId } },
          } as const);
    case 'approve-competences':
      return { kind: fix.kind, link: { to: '/o/$slug/competence/required', params: { slug } } } as const;
    case 'add-role':
    case 'appoint':
    case 'set-hours':
    case 'make-deputy':
    case 'set-letter':
    case 'remove-letter':
    case 'justify':
    case 'record-compensating-control':
    case 'end-appointment':
    case 'approve':
    case 'ways-out':
    case 'role-ways-out':
      return null;
    default:
      return fix satisfies never;
  }
}
