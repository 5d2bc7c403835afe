export const options = {
  intro:
    'Searches go through a proxy that holds the 1688 app. Paste the connection code that its operator gave you into either field, or enter both by hand.',
  workerAddress: 'Proxy address',
  clientKey: 'Client key',
  showKey: 'Show',
  hideKey: 'Hide',
  testConnection: 'Test connection',
  testingConnection: 'Testing…',
  connectionOk: (provider: string) => `It works. The proxy searches with “${provider}”.`,
  workerAddressErrors: {
    empty: 'Enter the address of the proxy.',
    malformed: 'This is no web address. It should look like https://name.workers.dev.',
    insecure: 'Use https: over http your key could be read on the way.',
  },
  clientKeyMissing: 'Enter your client key.',
  privacyNote:
    'Only three things leave this browser: the picture you choose, reduced and without metadata, to this proxy and from there to 1688; the number of an offer whose price tiers you ask for; and a request for exchange rates. History, notes and shortlist stay here.',
  confirmBeforeSending: 'Show me each picture before it is sent',
  allowedHosts: 'Websites whose pictures may be read',
  noAllowedHosts: 'None. Where a picture cannot be read, a button offers to allow its website.',
  openResultsIn: 'Where results open',
  openResultsOptions: { popup: 'In a popup', panel: 'Beside the page', tab: 'In a tab' },
}

export type OptionTexts = typeof options
