import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { findRequirement } from '../../../domain/catalogue.ts';
import type { RequirementId } from '../../../domain/requirement.ts';
import type { LeaverImpact } from '../../assessment/leaver.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { leaverMessages } from './leaver-messages.ts';
import classes from './person.module.css';

/** What nobody would answer for, before anything is handed over. */
export function LeaverImpactPanel({ impact }: { readonly impact: LeaverImpact }): JSX.Element {
  const texts = useMessages(leaverMessages);
  const losses = [
    { label: texts.withoutAccountable, ids: impact.withoutAccountable },
    { label: texts.withoutResponsible, ids: impact.withoutResponsible },
    { label: texts.singlePoint, ids: impact.singlePoint.filter((id) => !impact.withoutResponsible.includes(id)) },
  ].filter((loss) => loss.ids.length > 0);
  const { elsewhere } = impact;
  return (
    <Panel title={texts.impact}>
      {losses.length + elsewhere.length === 0 ? (
        <Text size="sm" className={classes.fine}>
          <IconCircleCheck size={16} aria-hidden /> {texts.nothing}
        </Text>
      ) : (
        <div className={classes.letters}>
          {losses.map((loss) => (
            <Loss key={loss.label(loss.ids.length)} label={loss.label(loss.ids.length)} ids={loss.ids} />
          ))}
          {elsewhere.length > 0 && (
            <div>
              <LossHead label={texts.elsewhere(elsewhere.length)} />
              <ul className={classes.chips} aria-label={texts.elsewhere(elsewhere.length)}>
                {elsewhere.map(({ requirementId, label, letters }) => (
                  <li key={requirementId} className={classes.chip}>
                    {`${label} (${letters.join('')})`}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Text size="sm" c="dimmed">
            {texts.covered}
          </Text>
        </div>
      )}
    </Panel>
  );
}

const LossHead = ({ label }: { readonly label: string }): JSX.Element => (
  <div className={classes.letterHead} data-severity="gap">
    <IconAlertTriangle size={16} aria-hidden />
    {label}
  </div>
);

const Loss = ({ label, ids }: { readonly label: string; readonly ids: readonly RequirementId[] }) => {
  const { slug } = useOrganization();
  return (
    <div>
      <LossHead label={label} />
      <ul className={classes.chips} aria-label={label}>
        {ids.map((requirementId) => (
          <li key={requirementId}>
            <Link
              to="/o/$slug/requirements/$requirementId"
              params={{ slug, requirementId }}
              className={classes.chip}
              title={findRequirement(requirementId)?.title}
            >
              {requirementId}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
