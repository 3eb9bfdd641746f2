import { Anchor, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClock, IconX, type Icon } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { documentRoutes, type VersionRow } from '../contract.ts';
import { documentFormats, type VersionedDocument } from '../model.ts';
import { VersionDecision } from './VersionDecision.tsx';
import { VersionDifferences } from './VersionDifferences.tsx';
import { versionMessages } from './version-messages.ts';
import classes from './versions.module.css';

type State = 'waiting' | 'approved' | 'declined' | 'withdrawn';
const icons: { readonly [S in State]: Icon } = {
  waiting: IconClock,
  approved: IconCheck,
  declined: IconX,
  withdrawn: IconArrowBackUp,
};
const routes = {
  'statement-of-applicability': documentRoutes.statementOfApplicability,
  'accountability-matrix': documentRoutes.accountabilityMatrix,
} as const satisfies { readonly [D in VersionedDocument]: unknown };

interface VersionLineProps {
  readonly version: VersionRow;
  /** Number of the version before it, to compare with; null for the first. */
  readonly previous: number | null;
}

/** One version: who put it forward, who decided, what it changed, and its files. */
export function VersionLine({ version, previous }: VersionLineProps): JSX.Element {
  const texts = useMessages(versionMessages);
  const format = useFormat();
  const { id } = useOrganization();
  const { isNow } = useAsOf();
  const [compared, setCompared] = useState(false);
  const { decision, number, document, note } = version;
  const state: State = decision?.verdict ?? 'waiting';
  const StateIcon = icons[state];
  return (
    <li className={classes.version}>
      <div className={classes.head}>
        <span className={classes.number}>{texts.version(number)}</span>
        <span className={classes.mark} data-state={state}>
          <StateIcon size={15} aria-hidden />
          {texts.states[state]}
          {decision !== null && ` ${texts.decided(decision.name, format.date(decision.on))}`}
        </span>
        <span className={classes.quiet}>
          {texts.asked(version.requestedByName, format.date(version.requestedOn))}, {texts.entry(version.sequence)}
        </span>
      </div>
      {note !== '' && <Text size="sm">{note}</Text>}
      {decision !== null && decision.note !== '' && <Text size="sm">{decision.note}</Text>}
      <Group gap="sm" role="group" aria-label={texts.download(number)}>
        {documentFormats.map((one) => (
          <Anchor
            key={one}
            size="sm"
            download
            href={addressOf(routes[document], { organizationId: id }, { format: one, version: String(number) })}
          >
            {texts.formats[one]}
          </Anchor>
        ))}
        {previous !== null && (
          <Anchor component="button" type="button" size="sm" onClick={() => setCompared(!compared)}>
            {compared ? texts.hideChanges : texts.differences(previous)}
          </Anchor>
        )}
      </Group>
      {compared && previous !== null && <VersionDifferences document={document} from={previous} to={number} />}
      {isNow && (version.mayDecide || version.mayWithdraw) && <VersionDecision version={version} />}
    </li>
  );
}
