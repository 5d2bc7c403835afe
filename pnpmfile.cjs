/** They write TypeScript with the API of its compiler, of which 6 is the last to have a stable one. */
const GENERATORS = ['@hey-api/openapi-ts', 'openapi-typescript']

module.exports = {
  hooks: {
    readPackage(manifest) {
      // The packages of Node name their system as a text, which pnpm leaves out of the lockfile, and would then install all
      // of them everywhere. In a list it is kept.
      for (const field of ['os', 'cpu'])
        if (typeof manifest[field] === 'string') manifest[field] = [manifest[field]]
      if (GENERATORS.includes(manifest.name)) {
        // Of a peer, they would get the compiler of the repository.
        delete manifest.peerDependencies.typescript
        manifest.dependencies.typescript = '^6.0.3'
      }
      return manifest
    },
  },
}
