/** Words of error codes, and words that look like them. American spelling alone: the other one is a spelling of it. */
const words: ReadonlySet<string> = new Set(
  `
  abort above absent abuse accent accept acceptable acceptance access account accumulated acknowledge acquire
  acquirer action activated active adapt adapter add address adjust adjustment admin adopt advance advice affect
  affiliate after age agency agent aggregate agreement airline algorithm alias align all allow allowable allowance
  allowlist already also alter alternate alternative always ambiguous amend amount analysis analytics and annual
  anonymous another answer any app appeal append apple applicable application appoint appointment approval approve
  archive area argument arrange array arrival arrive article ascending ask assert assess asset assign assignee
  assignment assist assistant associate attach attachment attack attempts attend attention attribute audience
  audio audit authenticated authentication author authority authorization authorize auto automatic availability
  available avatar average avoid await award aware backend background backup bad badge bag balance ban bandwidth
  bank bar barcode base basic basket batch bearer become before begin behavior below benefit best beta bid bidder
  big bill bind birth bit black blank blind blob block blockchain blog board body bonus book boolean boot border
  borrow bot both bounce bound box branch brand break broad broadcast broken broker browser bucket budget buffer
  bug build builder bulk bump bundle burn business busy button buyer bypass byte cache calculate calculation
  calendar call callee caller camera campaign can cancel cancellation candidate cannot cap capability capacity
  cape captcha capture car cardholder care cargo carrier cart cascade case cash cast catalog catch category cause
  cell center central certain certificate certify chain chair challenge chance change channel chapter character
  charge charity chart chat cheap check checkout checksum child chip choice choose cipher circle citizen city
  civil claim class clean clear clerk click client clip clock clone close cloud cluster coach code coin collateral
  collect collection collector collision color column combination combine command comment commerce commission
  commit common communicate communication community company compare compatible compete competition compilation
  compile complaint complete completion complex compliance compliant component compose compress compression
  compute computer concert concierge concurrent condition conduct conference config configuration configured
  confirm confirmation conflict congestion connected connection connector consent conserve consistent console
  constant constraint construct consult consume consumer contact contain container content contest context
  contextual continuation contract contractor contrast contribute contribution contributor control controller
  conversation conversion convert cookie coordinate copy core corporate correct correlation corrupt cost count
  country county coupon course court cover crash crawl create creation creator credential crew criteria critical
  cross crypto cube currency current cursor curve custom customer cut cycle daily dark dashboard data database
  dataset date days deactivate dead deadline deal dealer death debit debt debtor debug decide decimal decision
  declare decline decode decrypt decryption dedicated deduct deep default defect defer define definition degree
  delay delete delivery demand demo denial density deny depart department depend dependency dependents depleted
  deploy deployment deposit deprecated depth derive descending describe description design desk destination
  destroy detach detail detect detection deter determine develop developer deviation device dial dictionary die
  difference different digest digit digital dimension diploma direct direction directory disable discard
  disconnect discount discover discovery discrete disk dispatch display disposable disposal dispose dispute
  distance distinct distribute distribution district divide division doctor document dollar domain donate donation
  donor door dose double doubt down downgrade download draft drain draw drift drive driver drop dry dual due duly
  dump duplicate duration during duty dynamic early earn east easy echo economy edge edit edition editor education
  effect effective efficient effort elapsed elastic election electric element elevate eligible else email embargo
  embed embedding emergency emission emit employ employee employer empty enable enclosed encode encounter encrypt
  encryption end endpoint enforce engine enhanced enlist enough enroll enrollment ensure entered enterprise
  entitle entitlement entity entrance entry envelope equal equipment equity era erase error escape escrow
  essential establish estate estimate estimation evaluate evaluation evening event evict eviction exact exam
  example exceed excel except exception excess exchange exclude exclusion exclusive exec execute execution
  executor exempt exercise exhaust exist exit expand expect expense expert expiration expired expires expiry
  explicit explore export expose express extend extension extent external extra extract extreme face facility fact
  factor fail failure fair fake fall false family fast fatal faucet fault favorite fax feature federation fee
  feedback fetch few fiat field figure file filename filled film filter final finance financial find fine finger
  fingerprint finish fire firm firmware first fiscal fit fixed flag flat fleet flight float flood floor flow fold
  folder follow follower food for forbidden force foreign fork form formal format former formula fort forum
  forward found foundation fraction fragment frame framework fraud free freeze freight frequency fresh friend from
  front frozen fuel fulfill full function fund fungible furnish future gain game garbage gas gate gateway gather
  gender generate generation generator generic geo geometry get gift give global goal gold gone good govern grade
  grant graph greater gross ground group growth guarantee guard guardian guess guest guide half halt hand handle
  handler handshake hang happen hard hardware harm has hash have hazard head header health hear heartbeat heat
  heavy height help hidden hide high hint history hit hold holder holiday home hook horizon hospital host hostname
  hotel hour house https human hybrid icon idea ideal identifier identity idle ignore illegal image images
  imbalance immediate immutable impact implement implementation implicit import important impossible inactive inbound inbox
  incident included inclusive income incompatible incomplete inconsistent incorrect increase increment independent
  index indicate individual industry infer inference info information inherit initial initialize initiate
  initiator inject injection inline inner input inquire inquiry insecure insert insertion inside inspect
  inspection install installation installment instance instant institution instruct instruction instrument
  insufficient insurance insured insurer integer integrate integration integrity intend intent interest interface
  intermediate internal interrupt interruption intersect interval interview introduce introspection invalid
  invalidate invent inventory invest investment investor invitation invite invocation invoice invoke involve
  isolate isolation issuance issue issuer item ivory jail job join joint journal journey json judge jump junior
  jurisdiction just keep kernel key keyword kick kill kind kit know label lack land lane language lapse large last
  latency later latest latitude launch law layer layout lead leader leaf leak lease least leave ledger leg legacy
  legal lend lender length letter level lever liability library license life lift light like limit line linear
  link liquid liquidity list listener live load loader loan lobby local locale localization locate location lock
  locker logic login logout long longer longitude look lookup loop lose loss lot low lower loyalty luck machine
  magic mail mailbox main maintenance major maker malformed malicious malware man manage management mandate
  mandatory manifest manual manually many map mappings margin mark marker market marriage mask mass master match
  material math matrix matter mature maturity max maximum mean measure measurement mechanism media medical meet
  member membership memo memory mention menu merchant merge message meta metadata method metric middle migrate
  migration mile milestone min minimum minor minute mirror misc misconfigured mismatch missing mission mistake
  misuse mix mobile mode model moderate moderation modern modify module monetary money monitor month monthly more
  morning mortgage motion motor mount move movement movie multipart multiple municipal must mute mutual name
  narrow nation national native nature near need negative negotiate negotiation neighbor nested net network
  neutral never new next nice nickname night nobody node nominee non nonce normal north not notary note notebook
  nothing notice notification notify novel null number numeric oauth obey object obligation observe obsolete
  obtain occupancy occupied occur occurring ocean odd offer office officer offline offset omit onboarding once one
  ongoing online only open operand operate operation operator opinion opt optical optimize option optional oracle
  order ordinary org organic organization organizer orient orientation origin original originator orphan other out
  output outside outstanding overage overdraft overdue overflow overlapping overload override oversize overwrite
  owe own owner ownership pack package packet pad page pair panel paper paragraph parallel parameter parent
  parking parse parser part partial participant participation particular partition partner party pass passenger
  passive passkey passphrase passport password past paste patch patent path patient patron pattern pause pay payee
  payer payload payment payout payroll peak peer penalty pending pension people per percent percentage perform
  performance period permanent permission permit persist persistent person personal personnel pet phase phone
  photo phrase physical pick picture pilot pin ping pipe pipeline pixel place placeholder placement plain plan
  plane planet plant plate platform play player plugin point pointer policy poll pool poor pop popular population
  port portal portfolio portion position positive possession possible postal postcode postings postpone potential
  power practice precision precondition prefer preference prefix premises premium prepare presence present
  presentation president press pressure pretty prevent preview previously price primary principal principle print
  printer prior priority privacy private privilege prize probe problem procedure proceed process processor procure
  produce producer product production profession professional profile profit program progress progressive prohibit
  project projection promise promo promote promotion prompt proof proper property proposal propose prospect
  protect protection protocol prove provenance provide provider province provision proximity proxy pseudo public
  publication publish publisher pull pump purchase purge purpose purse push put quality quantity quarantine quarter
  query quest question queue quick quiet quit quorum quota quote race radio radius rail rain raise random range
  rank rare raster rate ratio raw reach reachability react reaction reactivate read reader readiness readonly
  ready real realm reason reassign rebuild receipt receive receiver recent reception recipient reclaim recognize
  recommend reconcile reconciliation record recover recovery recurring recursion recycle red redact redeem
  redeemer redemption redirect reduce redundant refer reference referral reflect reform refresh refund refundable
  refuse regenerate regex region regional register registrant registrar registration registry regular regulate
  regulation regulatory reject rejection relate relation relative relay release relevant reliable relocate remain
  reminder remittance remote removable removal remove render renew renewal rent rental repair repay repayment
  repeat replace replacement replay replica replicate replication reply report reporter repository represent
  representative reputation request require requirement reroute resend reservation reserve reset residence
  resident residual resize resolution resolve resolver resort resource respect respond response restore restrict
  restriction resubmit result resume retail retain retention retire retrieval retry return returnable reuse reveal
  revenue reversal reverse revert review revision revocation revoke reward rewrite ride right rigid ring ripe rise
  risk rival river road roaming robot robust role roll rollback rollout roof room root rotate rotation round route
  router row royal royalty rude rule run runtime safe safety salary sale salt same sample sanction sandbox
  satellite satisfy save scale scan scanner scene schedule scheduler schema scheme school science scope score
  scratch screen screenshot script seal search season seat second secret section sector secure security see seek
  segment seize select selection selector self sell seller semantic send sender senior sense sensitive sensor
  sentence separate separator sequence serial series serve server service session set setting settle settlement
  setup severity sex shadow shape shard share sheet shelf shell shield shift shipment shipper shipping shop
  shopping short should show shutdown sibling sick side sight sign signal signature signer significant signup
  silent silver similar simple simulation single sink site situation size skill skip sleep slice slip slot slow
  slug small smart snapshot snooze social socket soft software sold sole solution solve sort sound source south
  space spam span speak special specific specification specified speech speed spend spender spike split sponsor
  sport spot spread square stable stack staff stage stake stale stall stamp stand standard standby star start
  starve state statement static station statistics status stay steal steel stem step stock stop storage store
  storefront stove straight strand strange strategy stream street strength strict strike string strip stripe
  strong structure student studio study style subject submission submit subnet subordinate subscribe subscriber
  subscription substitute subtract success successful such suffix suggest suggestion suit suite sum summary summon
  super superior supervisor supplier supply supported surcharge sure surface surname surplus surrender survey
  survive suspend suspicious sustain swap swift switch symbol symmetric sync synchronize synchronous syntax
  synthetic system table tablet tag tail take talk tamper tape target tariff task taste taxes taxonomy taxpayer
  teacher team tech technical technology telephone temper temperature template temporarily temporary tenant tenure
  term terminal terminate termination territory test text than thank that theme then theory thing think third
  thread threat threshold thumbnail ticket tier tile time timeout timestamp tiny tip title toggle token tolerance
  toll tone too tool top topic topology topup total touch tour tower trace track tradable trade trader traffic
  trail trailer train trait transaction transcript transfer transferring transform transformation transit
  transition translate translation transmission transmit transparent transport trap trash travel traverse treasury
  treat tree trend trial tries trigger trim trip truck true truncate trunk trust trustee truth tunnel tuple turn
  tutor twin two type typo ultimate unable unauthenticated unauthorized unavailable unbalanced unbound undefined
  undeliverable underflow undo unexpected unidentifiable uniform unilateral unimplemented union unique unit unity
  universal university unknown unlimited unlink unlock unmatched unnecessary unpaid unprocessable unpublished
  unreachable unreadable unrecognized unregister unresolved unresponsive unsafe unsigned unspecified unstable
  unsupported until unusable unused unusual unwrap update upgrade upload upper upstream urban urgent url usage use
  user username usual utility utilization vacancy vacant vacation vague valid validate validation validator
  validity value van vanish variable variant variation vast vault vector vehicle vendor venue verb verbose
  verification verifier verify version vertex vertical vessel vibration victim video view viewer village violate
  violation virtual virus visa visibility visible visit visitor visual vital voice void voltage volume vote
  voucher wage wait waive waiver wake walk wall wallet want war warehouse warm warn warranty wash waste watch
  water watermark wave way weak weapon wear weather web webhook website week weekly weight west wheel white
  whitelist whole wide width wife wildcard window wire wireless wish withdraw withdrawal withhold witness wizard
  word work worker workflow workload workspace world worth wrap wrapper wrist write writer wrong year yellow yield
  young your zip zone
  `
    .trim()
    .split(/\s+/),
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$|ied$/, "y"],
  [/s$|d$|ly$/, ""],
  [/es$|ed$|ing$/, ""],
  [/ing$/, "e"],
];

/**
 * Is it a word, as it stands or inflected? Two words that differ in a letter are two things (`contact`, `contract`),
 * a word and what is none are one thing and a slip (`contract`, `contrcat`).
 */
export function isWord(text: string): boolean {
  if (words.has(text)) return true;
  return endings.some(([ending, rest]) => ending.test(text) && words.has(text.replace(ending, rest)));
}
