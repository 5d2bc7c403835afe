import { namesOf } from './page-areas.ts'

const BUY =
  /(?:^|[-_\s])(?:add-?to-?(?:cart|bag|basket)|addtocart|addcart|btn-?cart|buy-?(?:now|button|box)?|single_add_to_cart_button|product-?form|atc|in-?den-?warenkorb|buybox)(?:$|[-_\s])/i
/** "Add to cart" and the like: a word for the cart with a verb or a preposition, or a word for buying. */
const CART =
  /(?:cart|basket|trolley|bag|warenkorb|einkaufswagen|panier|carrito|carro|cesta|carrinho|sacola|carrello|winkel(?:wagen|mand(?:je)?)|koszyka?|košíku?|kosár(?:ba)?|coș|varukorg(?:en)?|kundvagn(?:en)?|handlekurv(?:en)?|kurv(?:en)?|ostoskoriin?|корзин[уы]|кошик[а]?|sepet(?:e)?|カート|かご|购物车|購物車|장바구니|giỏ(?: hàng)?|keranjang|سلة|לסל|καλάθι)/iu
const BUY_TEXT =
  /^(?:buy|order|kaufen|bestellen|kopen|acheter|comprar|acquista|compra|kup|koupit|koupiť|kúpiť|megveszem|cumpără|köp|kjøp|køb|osta|купить|купити|satın al|hemen al|購入|立即购买|立即購買|구매하기|바로구매|mua ngay|beli|اشتر|קנה|αγορά)(?![\p{L}])/iu

/** Whether there is something to put the product into a cart with, near its price. */
export function canBeBought(area: Element): boolean {
  for (let each: Element | null = area, level = 0; each && level < 4; each = each.parentElement, level++)
    for (const control of each.querySelectorAll(
      'button, a, input[type="submit"], input[type="button"], input[type="image"], [role="button"], form',
    )) {
      if (control.closest('header, nav, footer')) continue
      if (
        BUY.test(namesOf(control)) ||
        /cart|basket|warenkorb|panier/i.test(control.getAttribute('action') ?? '')
      )
        return true
      if (control.localName !== 'form' && labelsOf(control).some(isBuying)) return true
    }
  return false
}

/** Whether a button stands close to a price. */
export function hasButton(price: Element): boolean {
  for (let each = price.parentElement, level = 0; each && level < 4; each = each.parentElement, level++) {
    if ((each.textContent ?? '').length > 1500) return false
    if (
      each.querySelector(
        'button, input[type="submit"], input[type="image"], [role="button"], a[class*="btn" i], a[class*="button" i]',
      )
    )
      return true
  }
  return false
}

function labelsOf(control: Element): string[] {
  const attributes = ['value', 'aria-label', 'title', 'alt'].map((name) => control.getAttribute(name) ?? '')
  return [control.textContent ?? '', ...attributes].map((text) => text.replace(/\s+/g, ' ').trim())
}

function isBuying(label: string): boolean {
  if (label.length < 2 || label.length > 60) return false
  return BUY_TEXT.test(label) || (CART.test(label) && /\p{L}/u.test(label.replace(CART, '')))
}
