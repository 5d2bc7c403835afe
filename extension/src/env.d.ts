interface ImportMetaEnv {
  /** Settings that a build may come with; see the README. */
  readonly WXT_PROXY_ADDRESS?: string
  readonly WXT_CLIENT_KEY?: string
  /** Set in builds for tests: the pseudo-languages are there. */
  readonly WXT_PSEUDO?: string
}
