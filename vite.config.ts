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
    // Pages share many small modules; naming each of them in the first page would make it grow with every page.
    modulePreload: false,
    chunkSizeWarningLimit: 700,
  },
});
