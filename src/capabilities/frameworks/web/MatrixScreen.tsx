import type { JSX } from 'react';
import { AccountabilityScreen } from '../../accountability/web/AccountabilityScreen.tsx';
import { useAddressFilters } from '../../../web/address.ts';
import { FrameworkMatrixScreen } from './FrameworkMatrixScreen.tsx';

/** Who answers for what: in ISO/IEC 27001:2022, or in the framework that the address names. */
export function MatrixScreen(): JSX.Element {
  const [address] = useAddressFilters();
  const framework = address['framework'];
  return framework === undefined ? <AccountabilityScreen /> : <FrameworkMatrixScreen frameworkKey={framework} />;
}
