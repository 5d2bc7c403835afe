/** What a column can be of a product; other columns are kept and not used. */
export const FIELDS = [
  'picture',
  'title',
  'productNumber',
  'link',
  'price',
  'salePrice',
  'currency',
  'quantity',
  'weight',
] as const

export type Field = (typeof FIELDS)[number]

const PICTURE = '(?:images?|pictures?|photos?|imgs?|pics?|thumbnails?|thumbs?)'
const OF_PRODUCT = '(?:(?:main|primary|product|item|sku|variant|featured|cover|large|default) )*'
const WHERE = '(?: (?:srcs?|urls?|links?|address(?:es)?|paths?|files?|file ?names?|names?|locations?|0?1))*'
const ZH_PRODUCT = '(?:商品|产品|產品|货品|宝贝|物品|sku|spu)?'

/**
 * Headers that sellers' tables have: their own, those of Amazon, Shopify, WooCommerce, eBay, Shopee and of ERPs, and those of
 * marketplaces in other languages. The more certain ones come first.
 */
const WORDS: Record<Field | 'other', string[]> = {
  // Not what the user gets, or not of a product: named first, so that nothing below takes them.
  other: [
    'compare at(?: price)?|.*compare at price|msrp|mrp|rrp|uvp|list price|original price|was price|old price|before price',
    'cost|.*cost(?: price| per item)?|purchase price|buy(?:ing)? price|wholesale price|ek preis|einkaufspreis|prix d achat|costo|закупочная цена',
    '.*(?:吊牌价|市场价|划线价|原价|建议零售价|成本价?|进价|采购价|供货价|拿货价|原価|定価|仕入(?:れ)?値?)',
    '(?:stock|inventory|in stock|available|库存|庫存|在庫|재고).*',
    `${OF_PRODUCT}${PICTURE} (?:position|alt(?: text)?|width|height|count|id|type)`,
  ],
  picture: [
    `${OF_PRODUCT}${PICTURE}${WHERE}`,
    `${ZH_PRODUCT}(?:主|首|大|原|附|缩略|白底)?(?:图片?|圖片?|图像|照片)(?:的?(?:链接|連結|地址|网址|路径|文件|文件名|名称|url))?1?`,
    `(?:produkt|artikel|haupt)?bild(?:er)?(?: ?(?:url|link|datei|adresse))*|(?:商品)?(?:画像|写真)(?: ?(?:url|リンク|ファイル名?))*|(?:상품 ?)?(?:이미지|사진)(?: ?(?:url|주소|링크))*`,
    `(?:url )?(?:de )?(?:la |l )?(?:imagen|imagem|immagine|foto|фото|изображение|картинка|zdjęcie|obraz|afbeelding|gambar|resim|görsel|hình ảnh|ảnh|รูปภาพ|รูป)(?:es|ns|s)?(?: (?:url|link|principal|produk|sản phẩm|del producto|do produto|товара))*|(?:ссылка на )фото`,
  ],
  title: [
    '(?:product|item|listing|goods|variant)? ?(?:title|name)s?|product|item',
    `${ZH_PRODUCT}(?:标题|標題|名称|名稱|品名|中文名称?|英文名称?|英文标题|中文标题)|品名|商品名|タイトル|상품명|제품명|상품 이름`,
    '(?:produkt|artikel)?(?:titel|name|bezeichnung)|bezeichnung|(?:nombre|título|titulo|nome|titolo|nom|titre|libellé|désignation)(?: (?:del |do |du |de )?(?:producto|produto|prodotto|produit|articulo|article))?',
    'название(?: товара)?|наименование(?: товара)?|tên(?: sản phẩm)?|nama(?: produk)?|ชื่อ(?:สินค้า)?|ürün adı|başlık|nazwa(?: produktu)?|tytuł|productnaam|naam|titel',
    '(?:product|item|short)? ?description',
  ],
  productNumber: [
    '(?:(?:seller|product|item|variant|parent|shop|merchant|custom label) )*\\(?sku\\)?s?(?: (?:code|no|number|id))?|custom label \\(sku\\)|asin1?',
    '货号|款号|貨號|商品编[号码]|产品编[号码]|货品编[号码]|商家编码|自定义编码|(?:商品|产品)?sku(?:编[号码]|货号)?|(?:商品|产品|宝贝)id|产品型号|商品番号|品番|商品コード|상품 ?(?:번호|코드)',
    'artikel ?(?:nr|nummer|no|number)|bestell ?(?:nr|nummer)|(?:référence|referencia|referência|riferimento|codice|código|codigo|réf|ref)(?: (?:del |do |du |de )?(?:producto|produto|prodotto|produit|articolo|article))?|артикул|код товара|mã (?:sản phẩm|sku|hàng)|kode(?: produk)?|รหัสสินค้า|ürün kodu|stok kodu|kod(?: produktu)?|indeks|artikelnummer',
    '(?:product|item|listing|article|style|model|part|catalog)? ?(?:number|no|nr|code|id|ref|reference)|model|mpn|handle|编[号码]|型号|型番|번호',
    'ean(?:13)?|upc|gtin|barcode|条形?码|jan(?:コード)?|バーコード|바코드|штрихкод',
  ],
  link: [
    '(?:product|item|listing|detail|source|page|shop|permalink)? ?(?:urls?|links?|page|permalink)|url',
    `${ZH_PRODUCT}(?:详情|销售|来源|页面)?(?:链接|連結|网址|地址)(?:地址)?`,
    'ссылка(?: на товар)?|商品(?:ページ)?(?: ?url|リンク)|상품 ?(?:url|링크|주소)|enlace|lien|liên kết|tautan|ลิงก์|bağlantı|odnośnik',
  ],
  price: [
    '(?:selling|sales|sell|retail|current|our|my|variant|regular|unit|item|listing|standard|final)? ?price',
    '(?:销售|零售|商品|产品|平台|店铺)?(?:售价|价格|價格|单价|現價|现价|销售价|零售价|卖价|售價|定价)',
    'price (?:amount|value|with tax|incl(?:uding)? tax)',
    '(?:vk|verkaufs|brutto)? ?preis|verkaufspreis|prix(?: de vente)?(?: ttc)?|precio(?: de venta| regular| normal)?|preço(?: de venda)?|preco(?: de venda)?|prezzo(?: di vendita)?|цена(?: продажи)?|giá(?: bán)?|harga(?: jual)?|ราคา(?:ขาย)?|fiyat[ıi]?|satış fiyatı|cena(?: sprzedaży| brutto)?|prijs|verkoopprijs',
    '(?:販売|通常|商品|税込)?(?:価格|価額|単価|値段|売価)|(?:판매|정상)?(?:가격|판매가|정가|단가)',
  ],
  salePrice: [
    '(?:variant|regular)? ?(?:sale|special|offer|promo(?:tion(?:al)?)?|discount(?:ed)?|deal|action|reduced) price',
    '(?:促销|活动|折后|优惠|特价|特惠|秒杀|促銷|活動)(?:价格?|價格?)|特价|折扣价|セール価格|特価|割引価格|할인가|특가',
    'angebotspreis|aktionspreis|sonderpreis|prix (?:promo(?:tionnel)?|soldé|réduit)|precio (?:rebajado|de oferta|oferta|promocional)|preço promocional|preco promocional|prezzo (?:scontato|promozionale|in offerta)|цена со скидкой|акционная цена|giá (?:khuyến mãi|giảm)|harga (?:promo|diskon)|ราคาโปรโมชั่น|indirimli fiyat|cena promocyjna|actieprijs',
  ],
  currency: [
    'currency(?: code)?',
    '币种|貨幣|货币(?:代码|单位)?|通貨|통화|währung|devise|moneda|moeda|valuta|валюта|waluta|para birimi',
  ],
  quantity: [
    '(?:order|ordered|purchase|buy|required)? ?(?:quantity|qty)|pieces|pcs',
    '(?:采购|订购|订单|购买|下单|需求)?(?:数量|數量|件数)|采购量|订货量|수량|個数',
    'menge|anzahl|quantité|cantidad|quantidade|quantità|количество|số lượng|jumlah|จำนวน|adet|miktar|ilość|aantal',
  ],
  weight: [
    '(?:item|product|package|shipping|gross|net|unit|variant)? ?(?:weight|grams)',
    '(?:商品|产品|包裹|单件|发货)?(?:毛|净|克)?重量?|重さ|무게|중량',
    'gewicht|poids|peso|вес|trọng lượng|khối lượng|berat|น้ำหนัก|ağırlık|waga',
  ],
}

const PATTERNS = (['other', ...FIELDS] as const).flatMap((field) =>
  WORDS[field].map((words, rank) => ({ field, rank, pattern: new RegExp(`^(?:${words})$`) })),
)

/** What a header calls its column, `other` for what is none of the fields, and how certain that is: 0 is the most. */
export function columnWord(header: string): { field: Field | 'other'; rank: number } | undefined {
  const words = normalizeHeader(header)
  return words === '' ? undefined : PATTERNS.find(({ pattern }) => pattern.test(words))
}

/** In small letters, without a unit in brackets: `Image_URL`, `imageUrl` and `IMAGE URL*` are the same. */
function normalizeHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/[([{【].*?[)\]}】]|[*:#.]/g, ' ')
    .replace(/[\s_/'’-]+/g, ' ')
    .trim()
    .replace(
      / (?:kg|g|lbs?|oz|usd|eur|gbp|cny|rmb)$|(?<![a-z])(?:kg|g)$|(?:元|円|克|千克|公斤)$/,
      (unit, at: number) => (at > 1 ? '' : unit),
    )
    .trim()
}
