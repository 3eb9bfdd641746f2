import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { requiredCompetenceRoutes } from '../required-contract.ts';
import { requiredMessages } from './required-messages.ts';
import { RequirementCompetences } from './RequirementCompetences.tsx';

/** What one requirement calls for beyond what its roles require, on the page of the requirement. */
export function SpecialCompetences({ requirementId }: { readonly requirementId: string }): JSX.Element {
  const texts = useMessages(requiredMessages);
  const read = useRead(requiredCompetenceRoutes.competenceRequirements);
  const rows = (read.data?.requirements ?? []).filter((row) => row.requirementId === requirementId);
  return (
    <Panel id="competences" title={texts.ofRequirement} count={rows.length} lead={texts.ofRequirementLead}>
      <ProblemAlert error={read.error} />
      {read.data !== undefined && <RequirementCompetences rows={rows} requirementId={requirementId} />}
    </Panel>
  );
}
