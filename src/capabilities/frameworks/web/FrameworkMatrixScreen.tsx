import type { JSX } from 'react';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { frameworkRoutes } from '../contract.ts';
import { FrameworkMatrix } from './FrameworkMatrix.tsx';
import { FrameworkSwitch } from './FrameworkSwitch.tsx';
import { frameworkMessages } from './messages.ts';

/** The matrix of the framework with this key, as the address names it. */
export function FrameworkMatrixScreen({ frameworkKey }: { readonly frameworkKey: string }): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const frameworks = useRead(frameworkRoutes.frameworks);
  const framework = frameworks.data?.find((each) => each.key === frameworkKey);
  if (framework !== undefined) return <FrameworkMatrix framework={framework} />;
  if (frameworks.data === undefined && frameworks.error === null) return <LoadingPage />;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.matrixOf.none}>
        <FrameworkSwitch />
      </PageHeader>
      <ProblemAlert error={frameworks.error} />
    </>
  );
}
