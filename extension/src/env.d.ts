interface ImportMetaEnv {
  /** Settings that a build may come with; see the README. */
  readonly WXT_PROXY_ADDRESS?: string
  readonly WXT_CLIENT_KEY?: string
}
