import { texts } from '../../i18n/index.ts'
import type { Seller } from '../../model/suppliers.ts'
import { coveredBy, type Product } from './use-sellers.ts'

interface Props {
  seller: Seller
  products: Product[]
}

/** Which of one's products the seller has, each with how many offers. */
export function CoveredProducts({ seller, products }: Props) {
  const t = texts()
  const covered = coveredBy(seller, products)
  const countFor = (product: Product) =>
    seller.offers.filter(({ productId }) => productId === product.id).length
  return (
    <section class="supplier-section" aria-labelledby="products-title">
      <h2 id="products-title">
        {covered.length === 0 ? t.coversNone : t.coversProducts(covered.length, products.length)}
      </h2>
      <ul class="covered-products">
        {covered.map((product) => (
          <li key={product.id}>
            {product.thumb && <img src={product.thumb} alt="" />}
            <span class="name">{product.name ?? t.productGone}</span>
            <span class="context">{t.supplierOffers(countFor(product))}</span>
          </li>
        ))}
      </ul>
      <p class="fine-print">{t.coverageNote}</p>
    </section>
  )
}
