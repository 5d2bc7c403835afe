/** Whether two URLs are of one page, whatever their queries are. */
export function isSamePage(a: URL, b: URL): boolean {
  return pageKey(a) === pageKey(b)
}

/** Equal for all URLs of one page. */
export function pageKey({ host, pathname }: URL): string {
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '')
}

/** Whether a URL selects a variant, and the page shows that variant. */
export function isSameVariant(url: URL, page: URL): boolean {
  const chosen = [...url.searchParams]
  return (
    chosen.length > 0 &&
    isSamePage(url, page) &&
    chosen.every(([key, value]) => page.searchParams.get(key) === value)
  )
}
