import { namesOf } from '../shown/page-areas.ts'

/** What a card says that is an advertisement, as its whole text. */
const LABEL =
  /^\W*(?:sponsored(?: (?:ad|result|product|listing|by .{1,40}))?|ads?|ad by .{1,40}|promoted(?: (?:listing|by .{1,40}))?|paid|anzeige|werbung|gesponserte?(?: \p{L}+)?|sponsorisée?|annonce|publicité|patrocinad[oa]|promocionad[oa]|anuncio|anúncio|publicidad|sponsorizzat[oa]|annuncio|pubblicità|gesponsord|advertentie|sponsrad|annons|sponset|annonse|reklame?|mainos|sponsorowan[eay]|promowan[eay]|reklama|sponzorované|реклама|спонсировано|sponsorlu|広告|スポンサー(?:プロダクト)?|プロモーション|\[?PR\]?|광고|赞助(?:商品)?|贊助|广告|廣告|推广|โฆษณา|(?:được )?tài trợ|quảng cáo|iklan|disponsori|bersponsor)\W*$/iu
/** The same in the names of its markup. */
const NAMES =
  /(?:^|[^a-z])(?:sponsored|is-ad|ad-?(?:badge|label|mark|tag|holder)|adholder|promoted(?:-listing)?|advert(?:isement)?)(?:$|[^a-z])/i
const MAX_CHARACTERS = 50

/** Whether a card says that its place was paid for. */
export function isAdvertisement(area: Element, selector: string | undefined): boolean {
  if (selector && (area.matches(selector) || area.querySelector(selector))) return true
  for (const each of [area, ...area.querySelectorAll('*')]) {
    if (NAMES.test(namesOf(each))) return true
    if (LABEL.test(each.getAttribute('aria-label') ?? '')) return true
    if (each.childElementCount > 0) continue
    const text = each.textContent?.trim() ?? ''
    if (text.length > 0 && text.length <= MAX_CHARACTERS && LABEL.test(text)) return true
  }
  return false
}
