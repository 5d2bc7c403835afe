export const connection = {
  connectionTitle: 'Connection',
  connectionCode: 'Connection code',
  connectionCodeEmpty: 'Paste your connection code.',
  connectionCodeInvalid: 'That isn’t a connection code; codes start with find1688: and are one long line.',
  connectionCodeIncomplete: 'The code is incomplete. Copy the whole line, from find1688: to its end.',
  connectByHand: 'Enter address and key by hand',
  connectByCode: 'Use a connection code',
  testAndConnect: 'Test and connect',
  testConnection: 'Test connection',
  testingConnection: 'Testing…',
  connected: 'Connected.',
  staysInUse: (host: string) => `${host} stays in use.`,
  workerAddress: 'Proxy address',
  clientKey: 'Key',
  showKey: 'Show',
  hideKey: 'Hide',
  replaceConnection: 'Replace',
  cancelReplacing: 'Cancel',
  disconnect: 'Disconnect',
  disconnected: 'Disconnected.',
  searchesLeft: (left: string, limit: string, at: string) =>
    `${left} of ${limit} searches left today. They reset at ${at}.`,
  searchesUsed: (used: string) => `${used === '1' ? '1 search' : `${used} searches`} today, no daily limit.`,
  workerAddressErrors: {
    empty: 'Enter the proxy’s address.',
    malformed: 'That isn’t a web address. It should look like https://name.workers.dev.',
    insecure: 'Use https: over http, others could read your key.',
  },
  clientKeyMissing: 'Enter your key.',
  proxyUnreachableAt: (address: string) =>
    `No answer from ${address}. Check that the proxy is running, or ask whoever gave you the code.`,
  proxySlowAt: (address: string) => `${address} took too long to answer. Try again in a moment.`,
  noProxyAt: (address: string) => `${address} isn’t a Find on 1688 proxy. Check the address.`,
  noCode: 'No code yet?',
  noCodeAsk: 'Ask whoever runs the proxy in your company. Each person gets a code of their own.',
  noCodeRun:
    'Or run the proxy yourself, with your own 1688 app: see “Set up with a real 1688 app” in the README. It prints your code.',
}

export type ConnectionTexts = typeof connection
