import { Tabs } from '@mantine/core';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { assessmentRoutes } from '../contract.ts';
import { AuditChecklist } from './checklist/AuditChecklist.tsx';
import { ImplementationChecklist } from './checklist/ImplementationChecklist.tsx';
import { messages } from './messages.ts';

const lists = ['implementation', 'audit'] as const;

/** The implementation and the audit checklist with their computed states. */
export function ChecklistsScreen(): JSX.Element {
  const text = useMessages(messages).checklists;
  const [filters, setFilters] = useAddressFilters();
  const list = oneOf(lists, filters['list']) ?? 'implementation';
  const assessment = useRead(assessmentRoutes.assessment);
  if (assessment.isError) return <ErrorPage error={assessment.error} reset={() => void assessment.refetch()} />;
  if (assessment.data === undefined) return <LoadingPage />;
  const { checklists } = assessment.data;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Tabs value={list} onChange={(value) => setFilters({ list: value ?? undefined })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="implementation">{text.implementation}</Tabs.Tab>
          <Tabs.Tab value="audit">{text.audit}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="implementation">
          <ImplementationChecklist items={checklists.implementation} />
        </Tabs.Panel>
        <Tabs.Panel value="audit">
          <AuditChecklist audit={checklists.audit} implementation={checklists.implementation} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
