/*
 * The packages of Node name their system as a text, which pnpm leaves out of the lockfile, and would then install all of them
 * everywhere. In a list it is kept.
 */
module.exports = {
  hooks: {
    readPackage(manifest) {
      for (const field of ['os', 'cpu'])
        if (typeof manifest[field] === 'string') manifest[field] = [manifest[field]]
      return manifest
    },
  },
}
