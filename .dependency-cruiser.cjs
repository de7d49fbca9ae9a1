// The dependency table of docs/architecture.md, as rules.
const BUILT_IN =
  '^(node:)?(async_hooks|crypto|dns|events|fs|https?|net|os|path|perf_hooks|stream|timers|url|util|worker_threads|zlib)(/|$)'

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { pathNot: allowed },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'core-is-pure',
      '^engine/core/(?!recurrence)',
      ['^engine/core/(?!recurrence)', 'node_modules/(zod|xstate|temporal-polyfill)/'],
      'the core takes clock, chance and ids as arguments',
    ),
    only(
      'recurrence-is-core',
      '^engine/core/recurrence',
      ['^engine/core/', 'node_modules/(zod|rrule-temporal|temporal-polyfill)/'],
      'the only user of rrule-temporal',
    ),
    {
      name: 'recurrence-stays-on-the-server',
      severity: 'error',
      from: { path: '^(nodes|canvas-ui)/|workflows\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { path: '^engine/core/(recurrence|time/(solar-terms|festival-dates))' },
    },
    only(
      'a-node-is-core-and-zod',
      '^nodes/[^/]+/node\\.ts$',
      ['^engine/core/', 'node_modules/zod/'],
      'a definition runs in the browser too',
    ),
    only(
      'an-effect-uses-services',
      '^nodes/([^/]+)/effect\\.ts$',
      [
        '^engine/core/',
        '^engine/(controls|members|loyalty|reach|analytics)/face\\.ts$',
        '^engine/store/(store|literal)\\.ts$',
        '^nodes/$1/node\\.ts$',
      ],
      'an effect calls services by their face, never another node',
    ),
    {
      name: 'no-node-uses-another',
      severity: 'error',
      from: { path: '^nodes/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^nodes/[^/]+/', pathNot: '^nodes/$1/' },
    },
    only(
      'services-use-core-and-store',
      '^engine/(access|controls|members|loyalty|reach|analytics)/',
      [
        '^engine/(core|store)/',
        '^engine/$1/',
        '^engine/(access|controls|members|loyalty|reach|analytics)/face\\.ts$',
        BUILT_IN,
        'node_modules/(zod|nodemailer|csv-parse|better-auth|ipaddr\\.js|standardwebhooks)/',
      ],
      'services meet through their faces',
    ),
    only(
      'the-runtime-knows-no-node',
      '^engine/runtime/',
      [
        '^engine/(core|store|runtime)/',
        '^engine/(controls|members|loyalty|reach|analytics)/face\\.ts$',
        'node_modules/lru-cache/',
        BUILT_IN,
      ],
      'nodes come in as a registry',
    ),
    only(
      'drivers-only-call-the-runtime',
      '^engine/drivers/',
      ['^engine/(core|store|runtime|drivers)/', 'node_modules/(@temporalio|graphile-worker|zod)/', BUILT_IN],
      'a driver decides when, never what',
    ),
    {
      name: 'drivers-have-no-sql',
      comment: 'of the store they know types',
      severity: 'error',
      from: { path: '^engine/drivers/', pathNot: '\\.test\\.ts$' },
      to: { path: '^engine/store/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'workflows-are-the-core-alone',
      '^engine/drivers/temporal/workflows(\\.ts$|/)',
      ['^engine/core/(?!recurrence)', '^engine/drivers/temporal/workflows/', 'node_modules/@temporalio/workflow/'],
      'a workflow is replayed: nothing but ids and decisions may reach it',
    ),
    only(
      'the-store-knows-only-the-core',
      '^engine/store/',
      ['^engine/(core|store)/', '^prisma/', 'node_modules/(@prisma|pg)/', BUILT_IN],
      'SQL is below everything that asks for it',
    ),
    {
      name: 'the-api-has-no-sql',
      comment: 'routes call services and the runtime; of the store they know types',
      severity: 'error',
      from: { path: '^engine/api/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(engine/(store|drivers|cli|testing)|nodes|prisma)/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'the-browser-knows-core-and-nodes',
      '^canvas-ui/(?!\\w+/page/)', // pages of development show the demo's journeys
      [
        '^canvas-ui/',
        '^engine/core/(?!recurrence)',
        '^nodes/[^/]+/(node|view|locale)\\.tsx?$',
        '^nodes/(definitions|locales?|views?|problem-text)\\.tsx?$',
        'node_modules/',
        BUILT_IN,
      ],
      'it reaches the server by the generated client alone',
    ),
    only(
      'the-kit-knows-no-screen',
      '^canvas-ui/kit/(?!page/)',
      ['^canvas-ui/(kit/(?!page/)|format/|locale/)', '^engine/core/(?!recurrence)', 'node_modules/'],
      'parts are given what they show',
    ),
    {
      name: 'the-canvas-knows-no-screen',
      comment: 'editor, running view and simulator share it',
      severity: 'error',
      from: { path: '^canvas-ui/canvas/' },
      to: { path: '^canvas-ui/(app|api|editor|screens)/' },
    },
    only(
      'formats-and-languages-are-below-the-kit',
      '^canvas-ui/(format|locale)/',
      ['^canvas-ui/(format|locale)/', '^engine/core/(?!recurrence)', 'node_modules/(react|intl-messageformat)/'],
      'numbers, times and texts know no part of the screen',
    ),
    {
      name: 'only-access-knows-how-people-sign-in',
      severity: 'error',
      from: { path: '^(engine|nodes)/', pathNot: '^engine/access/|\\.test\\.ts$' },
      to: { path: 'node_modules/better-auth/' },
    },
    {
      name: 'services-are-called-by-their-face',
      severity: 'error',
      from: { path: '^engine/(api|cli|testing)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^engine/access/', pathNot: '^engine/access/face\\.ts$' },
    },
    {
      name: 'only-the-store-knows-the-database',
      severity: 'error',
      from: { path: '^(engine|nodes)/', pathNot: '^engine/(store|cli/set-up|testing)/|\\.test\\.ts$' },
      to: { path: 'node_modules/(@prisma|pg)/|^prisma/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: 'prisma/generated|^canvas-ui/dist/' },
  },
}
