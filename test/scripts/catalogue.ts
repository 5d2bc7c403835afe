import { openCatalogue } from '../fakes/gateway/catalogue/index.ts'

// Renders the catalogue's pictures once, before tests that run side by side would each render them.
const { products, offers } = await openCatalogue()
console.log(`${offers.length} offers of ${products.length} products`)
