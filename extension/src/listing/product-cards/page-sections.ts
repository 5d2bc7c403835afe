import { spacedText } from '../../dom/visible-text.ts'
import { ancestors } from '../page/clicked-picture.ts'
import { namesOf } from '../shown/page-areas.ts'

/** Names of areas with products that are no results. */
const OTHER_NAMES =
  /(?:^|[^a-z])(?:recommend\w*|recs?|related|similar|also-?(?:bought|viewed|like)\w*|you-?may-?(?:also-?)?like|recent(?:ly)?-?viewed|viewed-?(?:recently|products)|browsing-?history|last-?viewed|up-?sells?|cross-?sells?|complement\w*|bought-?together|inspired-?by|carousel\w*|slider|swiper|slick|splide|flickity|glide|owl-carousel|shelf|sponsored-?(?:products|brands?|items)|ads?-(?:container|slot|carousel|banner)|top-?ads|empfehlung\w*|recomenda\w*|consigliat\w*)(?:$|[^a-z])/i
/** The same in headings, as shops write them. */
const OTHER_HEADINGS = new RegExp(
  [
    'recommend(?:ed|ations)|you (?:may|might) (?:also )?(?:like|love|be interested)|(?:also|customers|people|shoppers).{0,20}(?:bought|viewed|like|searched|loved)|recently viewed|your browsing history|inspired by|based on your|related (?:products|items|searches)|similar (?:products|items|to)|sponsored|(?:frequently|often|usually|commonly) (?:bought|purchased)|more to (?:love|explore|consider)|keep shopping|pick up where|complete the look|picked for you|just for you|for you\\b',
    'empfohlen|empfehlung|das könnte (?:dir|ihnen|dich|sie)|(?:kunden|andere).{0,30}(?:kauften|gekauft|angesehen|auch)|zuletzt (?:angesehen|gesehen|betrachtet)|ähnliche (?:artikel|produkte)|gesponsert|passend dazu|wird oft zusammen',
    'recommand|vous (?:aimerez|pourriez)|(?:les clients|ils) .{0,30}(?:acheté|consulté)|récemment (?:vus|consultés)|vus récemment|produits (?:similaires|associés|liés)|sponsorisé',
    'recomendad|te puede(?:n)? (?:interesar|gustar)|también (?:te|compraron|vieron)|quienes (?:vieron|compraron)|vistos? recientemente|productos (?:similares|relacionados)|patrocinad',
    'recomendados|você (?:também )?(?:pode|vai) (?:gostar|querer)|quem (?:viu|comprou)|vistos recentemente|produtos (?:semelhantes|relacionados)',
    'consigliat|potrebbe(?:ro)? (?:piacerti|interessarti)|(?:hanno|chi ha) .{0,20}(?:acquistato|visto)|visti di recente|prodotti (?:simili|correlati)',
    'aanbevolen|misschien ook|anderen bekeken|eerder bekeken|vergelijkbare|gerelateerde|gesponsord',
    'polecan|może (?:ci|cię)|inni .{0,20}(?:kupili|oglądali)|ostatnio (?:oglądane|przeglądane)|podobne|sponsorowane',
    'рекоменд|вам (?:может|понравится)|вместе с (?:этим|товаром)|недавно (?:просмотренные|смотрели)|похожие|вы смотрели|спонсор',
    'おすすめ|関連商品|よく一緒に|チェックした|最近見た|閲覧履歴|この商品を(?:買った|見た)|スポンサー',
    '추천|함께 (?:본|구매|보면)|최근 본|관련 상품|비슷한',
    '推荐|推薦|猜你喜欢|猜你喜歡|为你|為你|看了又看|最近浏览|最近瀏覽|浏览记录|相关商品|相關商品|相似',
    'rekomendasi|mungkin (?:anda|kamu) suka|terakhir dilihat|produk (?:serupa|terkait)|có thể bạn (?:cũng )?(?:thích|quan tâm)|gợi ý|sản phẩm (?:tương tự|liên quan|đã xem)|önerilen|bunlar(?:ı)? da|son (?:gezdi|baktı)|benzer ürünler',
  ].join('|'),
  'iu',
)
/** Of these no page is made, even where they are all that it shows, as beside a single product. */
const SURELY_OTHER =
  /(?:^|[^a-z])(?:recommendations?|recommended|related|similar|also-?(?:bought|viewed|like)\w*|recently-?viewed|up-?sells?|cross-?sells?)(?:$|[^a-z])/i
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]'
const MAX_LEVELS = 10

/** What the parts of a page are, as far as they were asked about. */
export class PageSections {
  readonly #known = new Map<Element, boolean>()
  readonly #isMost: (area: Element) => boolean
  readonly #hasCards: (area: Element) => boolean

  /**
   * @param isMost whether an area has most of the page's cards, so that its name is the page's
   * @param hasCards whether an area is a card or contains some
   */
  constructor(isMost: (area: Element) => boolean, hasCards: (area: Element) => boolean) {
    this.#isMost = isMost
    this.#hasCards = hasCards
  }

  /** Whether the page says that the products in this element are no results. */
  isOther(container: Element): boolean {
    const known = this.#known.get(container)
    if (known !== undefined) return known
    const isOther = this.#namedOther(container) || OTHER_HEADINGS.test(this.#headingOf(container) ?? '')
    this.#known.set(container, isOther)
    return isOther
  }

  #namedOther(container: Element): boolean {
    let level = 0
    for (const area of ancestors(container)) {
      if (/^(?:body|html|main)$/.test(area.localName) || ++level > MAX_LEVELS) return false
      if (this.#isMost(area)) return SURELY_OTHER.test(namesOf(area))
      if (OTHER_NAMES.test(namesOf(area)) || (level <= 3 && isScroller(area))) return true
    }
    return false
  }

  /** The nearest before it, or the name of the area around it. The page's own heading is about its results. */
  #headingOf(container: Element): string | undefined {
    let level = 0
    for (const area of ancestors(container)) {
      if (/^(?:body|html)$/.test(area.localName) || ++level > MAX_LEVELS) return undefined
      const label = area.getAttribute('aria-label')
      if (label) return label
      const heading = [...area.querySelectorAll(HEADINGS)].findLast(
        (each) =>
          each.compareDocumentPosition(container) & Node.DOCUMENT_POSITION_FOLLOWING &&
          !this.#isOfOthers(each, area),
      )
      if (heading) return heading.localName === 'h1' ? undefined : spacedText(heading, 200)
    }
    return undefined
  }

  /** Whether a heading is in a part of the area that has cards of its own. */
  #isOfOthers(heading: Element, area: Element): boolean {
    for (const each of ancestors(heading)) {
      if (each === area) return false
      if (this.#hasCards(each)) return true
    }
    return false
  }
}

/** Whether its content is moved sideways. */
function isScroller(area: Element): boolean {
  if (area.scrollWidth < 1.3 * area.clientWidth || area.clientWidth === 0) return false
  const { overflowX } = getComputedStyle(area)
  return /auto|scroll|hidden|clip/.test(overflowX)
}
