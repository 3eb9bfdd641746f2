import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // Browsers of the last two years: light-dark(), nesting and color-mix() go through as they are.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // The content security policy allows no data: fonts, and inlined modules would need a hash each.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page shares, in a few files: many small ones cost a request each.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/](?:@mantine[\\/](?:core|hooks)|@floating-ui|clsx)[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/](?!react-virtual|virtual-core)/ },
            { name: 'icons', test: /node_modules[\\/]@tabler[\\/]/ },
            { name: 'contracts', test: /src[\\/](?:kernel|capabilities[\\/][^\\/]+[\\/](?:model|contract)\.ts)/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700,
  },
});
