import type { LaunchOptions } from './driver.ts'

const darkPalette = {
  'browser.display.background_color': '#000000',
  'browser.display.foreground_color': '#ffffff',
  'browser.anchor_color': '#8080ff',
  'browser.visited_color': '#d7a8ff',
  'browser.active_color': '#ff8080',
}

export function preferences({
  colorScheme,
  language,
  forcedColors,
  reducedMotion,
  hosts = [],
}: LaunchOptions): string {
  const values = {
    // Any free one, which it says.
    'marionette.port': 0,
    'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
    // 2: always; 0: only with a high contrast theme of the system, which has none here.
    'browser.display.document_color_use': forcedColors ? 2 : 0,
    // The colours that are forced decide whether a page takes itself for dark.
    ...(forcedColors && colorScheme === 'dark' ? darkPalette : {}),
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'intl.accept_languages': language === 'zh' ? 'zh-CN, zh' : 'en-US, en',
    'intl.locale.requested': 'en-US',
    // Half a minute by default; a test stops the background when it wants to.
    'extensions.background.idle.timeout': 600_000,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.tabs.warnOnClose': false,
    'browser.toolbars.bookmarks.visibility': 'never',
    'browser.newtabpage.enabled': false,
    'browser.ml.enable': false,
    'sidebar.revamp': false,
    'termsofuse.acceptedVersion': 999,
    'termsofuse.bypassNotification': true,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.usage.uploadEnabled': false,
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.unified': false,
    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.blocklist.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.search.update': false,
    'browser.region.network.url': '',
    'browser.topsites.contile.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'network.prefetch-next': false,
    'network.trr.mode': 5,
    'geo.enabled': false,
    'dom.push.connection.enabled': false,
    // Names outside this machine do not resolve, so that a test cannot reach the network by accident.
    'network.proxy.type': 1,
    'network.proxy.socks': '127.0.0.1',
    'network.proxy.socks_port': 9,
    'network.proxy.socks_remote_dns': true,
    'network.proxy.no_proxies_on': ['localhost', '127.0.0.1', ...hosts].join(', '),
    'network.dns.localDomains': hosts.join(','),
    // Shops' real hosts are on the list of those that are only ever asked over HTTPS.
    ...(hosts.length > 0 && { 'network.stricttransportsecurity.preloadlist': false }),
  }
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
}
