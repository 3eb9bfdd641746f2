import { Badge, Button, Table, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ruleIds, type RuleId } from '../../assessment/model.ts';
import { offByDefault, ruleLimits } from '../../assessment/rule-tuning.ts';
import { messages as assessmentMessages } from '../../assessment/web/messages.ts';
import { SettingsFrame } from '../../identity/web/SettingsFrame.tsx';
import { tuningRoutes } from '../contract.ts';
import type { RuleSetting } from '../model.ts';
import { tuningMessages } from './messages.ts';
import { RuleDialog } from './RuleDialog.tsx';

/** The rules of the assessment, and what this organization set of each. */
export function RulesScreen(): JSX.Element {
  const texts = useMessages(tuningMessages);
  const settings = useRead(tuningRoutes.ruleSettings);
  const [editing, setEditing] = useState<RuleId | null>(null);
  if (settings.isError) return <ErrorPage error={settings.error} reset={() => void settings.refetch()} />;
  const byRule = new Map((settings.data ?? []).map((setting) => [setting.rule, setting]));
  return (
    <SettingsFrame lead={texts.lead}>
      {settings.data === undefined ? <LoadingPage /> : <RuleTable settings={byRule} onEdit={setEditing} />}
      {editing !== null && (
        <RuleDialog
          key={editing}
          rule={editing}
          setting={byRule.get(editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </SettingsFrame>
  );
}

interface RuleTableProps {
  readonly settings: ReadonlyMap<string, RuleSetting>;
  readonly onEdit: (rule: RuleId) => void;
}

function RuleTable({ settings, onEdit }: RuleTableProps): JSX.Element {
  const texts = useMessages(tuningMessages);
  const mayChange = useMayChange('ruleSetting');
  const { columns } = texts;
  const heads = [columns.rule, columns.judged, columns.limit, columns.reason, ...(mayChange ? [columns.change] : [])];
  return (
    <>
      <Table.ScrollContainer minWidth={640} type="native" role="region" tabIndex={0} aria-label={texts.label}>
        <Table aria-label={texts.label}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((label) => (
                <Table.Th key={label} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ruleIds.map((rule) => (
              <RuleLine
                key={rule}
                rule={rule}
                setting={settings.get(rule) ?? null}
                {...(mayChange ? { onEdit } : {})}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {!mayChange && (
        <Text size="sm" c="dimmed">
          {texts.readOnly}
        </Text>
      )}
    </>
  );
}

interface RuleLineProps {
  readonly rule: RuleId;
  readonly setting: RuleSetting | null;
  readonly onEdit?: (rule: RuleId) => void;
}

function RuleLine({ rule, setting, onEdit }: RuleLineProps): JSX.Element {
  const texts = useMessages(tuningMessages);
  const titles = useMessages(assessmentMessages);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {titles.rule[rule]}
        <Text size="xs" c="dimmed" fw={400}>
          {rule}
        </Text>
      </Table.Th>
      <Table.Td>
        <Judged rule={rule} setting={setting} />
      </Table.Td>
      <Table.Td>
        <Limit rule={rule} setting={setting} />
      </Table.Td>
      <Table.Td maw={320}>{setting?.reason}</Table.Td>
      {onEdit !== undefined && (
        <Table.Td>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={texts.change(titles.rule[rule])}
            onClick={() => onEdit(rule)}
          >
            {texts.edit}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Judged({ rule, setting }: { readonly rule: RuleId; readonly setting: RuleSetting | null }): JSX.Element {
  const texts = useMessages(tuningMessages);
  const { severity } = useMessages(assessmentMessages);
  if (setting === null)
    return (
      <Text size="sm" c="dimmed">
        {offByDefault.has(rule) ? texts.offAsShipped : texts.asShipped}
      </Text>
    );
  return (
    <Badge variant="default" miw="max-content">
      {setting.on ? (setting.severity === null ? texts.on : texts.severityIs(severity[setting.severity])) : texts.off}
    </Badge>
  );
}

function Limit({ rule, setting }: { readonly rule: RuleId; readonly setting: RuleSetting | null }): JSX.Element | null {
  const format = useFormat();
  const bounds = ruleLimits[rule];
  if (bounds === undefined) return null;
  const limit = setting?.limit ?? null;
  const shown = limit ?? bounds.normal;
  return (
    <Text size="sm" c={limit === null ? 'dimmed' : ''} style={{ whiteSpace: 'nowrap' }}>
      {bounds.unit === 'share' ? `${format.number(Math.round(shown * 100))} %` : format.number(shown)}
    </Text>
  );
}
