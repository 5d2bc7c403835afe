import { openCatalogue } from '../fakes/gateway/catalogue/index.ts'

// Makes the catalogue's pictures before tests that run side by side would all make them.
const { products, offers } = await openCatalogue()
console.log(`${offers.length} offers of ${products.length} products`)
