// The entry point of every npm script. It needs nothing installed, and any Node since 12.17 can read it, so that an old one
// hears what to do. Everything else is in launch/, for Node 20 or newer.
const OLDEST = 20

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(
    'Node ' +
      process.versions.node +
      ' is too old: install Node ' +
      OLDEST +
      ' or newer from https://nodejs.org, then run the same command again.',
  )
  process.exitCode = 1
} else {
  import('./launch/launch.mjs')
    .then(({ launch }) => launch(process.argv.slice(2)))
    .catch((error) => {
      console.error(`The launcher itself failed: ${error.message}`)
      process.exitCode = 1
    })
}
