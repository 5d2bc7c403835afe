import { defineConfig } from 'wxt'

// Only permissions that install without a warning, and no host permission: a test reads the built manifests.
export default defineConfig({
  srcDir: 'src',
  publicDir: 'public',
  imports: false,
  manifestVersion: 3,
  outDir: process.env.FIND_ON_1688_OUT_DIR ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      // The same menu; Firefox tells more of a click under its own name for it.
      browser === 'firefox' ? 'menus' : 'contextMenus',
      // Firefox's background has a document of its own.
      ...(browser === 'firefox' ? [] : ['offscreen']),
      'scripting',
      'storage',
    ],
    // Asked for by a button, for one site at a time, and given back in the options.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: {
      'pick-area': { description: '__MSG_pickArea__', suggested_key: { default: 'Alt+Shift+1' } },
    },
    action: { default_title: '__MSG_name__' },
    // Firefox's default would turn the address of a proxy on this very machine into https.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'find-on-1688@find-on-1688.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
})
