/**
 * Frequent English words that carry no subject of their own: function words, courtesy, adverbs, general verbs and nouns. A word that is neither
 * here nor known to the service or a model's definition is foreign: it speaks of something else.
 */
const general = `
reckon reckons reckoned
a an the this that these those it its itself he him his she her hers they them their theirs we us our ours you your yours i me my mine myself yourself
one ones other another others some any each every all both either neither none no not nothing something anything everything someone somebody
anyone anybody everyone everybody nobody thing things stuff bit lot lots few many much more most less least enough several half
and or but nor so yet if then else than as because since while when whenever where wherever why who whom whose which what whatever how however
until till unless though although whether before after during once again already still just only even also too very quite really rather almost
always never ever often sometimes usually soon later now today tomorrow yesterday tonight recently lately currently presently immediately
here there away back up down in on at by for from of off out over to into onto with within without about above below under between among
through across against along around toward towards upon per via like unlike except instead
am is are was were be been being do does did done doing have has had having will would shall should can could may might must ought
dont doesnt didnt cant wont wouldnt isnt wasnt arent couldnt shouldnt im ive id youre thats whats hows lets theres wheres whos
yes yeah yep yup no nope nah ok okay sure fine alright right good great nice cool perfect well better best bad worse worst wrong correct true
please pls plz kindly thanks thank thx cheers sorry hello hi hey hiya greetings morning afternoon evening dear welcome bye goodbye
go goes going went gone come comes coming came get gets getting got gotten give gives giving gave given take takes taking took taken make makes
making made put puts putting let lets keep keeps keeping kept set sets setting see sees seeing saw seen look looks looking looked show shows showing showed
shown tell tells telling told say says saying said ask asks asking asked know knows knowing knew known think thinks thinking thought want wants
wanting wanted need needs needing needed wish wishes would like likes liked try tries trying tried use uses using used find finds finding found
help helps helping helped work works working worked do call calls called calling mean means meant happen happens happening happened happend start starts
starting started stop stops stopping stopped begin begins began finish finishes finishing finished end ends ended wait waits waiting waited
run runs running ran change changes changing changed move moves moving moved turn turns turned bring brings brought seem seems seemed feel feels
explain explains explained describe describes described display list lists listed listing check checks checking checked check wonder wondering wondered
guess believe suppose imagine assume hope hoping remember forget remind mind able possible possibly probably maybe perhaps likely actually basically
simply exactly especially certainly definitely absolutely surely honestly kind kinds sort sorts type types way ways time times moment minute minutes
second seconds hour hours day days week weeks month months year years first last next previous prior new newer newest old older current same
different similar whole entire full part own sure ready available big small large little long short high low early late quick quickly fast slow
man me person people user users team boss colleague question questions answer answers request idea reason point case example problem issue
name names named number numbers value values word words detail details info information kind status state side place order list table
wanna gonna gotta lemme gimme cuz coz cause u ur r n y pl tho thru btw fyi asap etc eg ie vs versus around approximately roughly
could'nt zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
fifty sixty seventy eighty ninety hundred thousand million both together alone once twice third fourth fifth
switch switched push pushed pull pulled ship shipped throw threw exchange swap upgrade mark duty offer choose chosen pick picked
buy book aware mind alone later instead inform notify whole overview kindly trigger perform prepare produce generate schedule latest
anymore anyway anyways meanwhile afterwards finally firstly secondly lastly additionally moreover furthermore otherwise therefore thus hence
could wanted care careful right now straight ahead forward regards far near close open ever whatsoever please shall upon regarding concerning
has'nt ah oh um uh hmm hm er well wow lol haha ha ooh huh yo dude mate sir madam guys folks friend buddy pal bot assistant
`;

/** Ordinary words that lie one letter from a word of the service: never "repaired". They are foreign all the same. */
const neighbours = `
trail trails brain drain grain strain trains trainee trainer trainers train's tram trait
promise promises promised prompt prompts prose prone
modal mode modes mood moral medal metal mould
verse verses aversion
lass glass class's pass mass last lost list least lease
male's mile miles mail mails mall make tale sale pale fame famine
women's omen wife life live lives love loves lived alive wives
chill chile grill grille boys' buy buys toy tray joy body bay
remote remove's removal demote demoted
deploys employ employed employer display delay
archer arch arrive arrived achieve achieved
reverse revert's reversed invert convert expert
fit fat fist fits fits fir hit sit bit fix
sex six set sew sax self
age ages ago ace ape aged rage page wage cage sage stage
port part past post sport ports pork fort sort short pool poor poem
ship shop shops shape sheep skip chip
cheap cheat cheer cheek heap
rich rice ride race reach richer ranch
fancy fence fancies pants dance
board broad beard boards bored border
seat seed seek seem test text tent rest best vest nest taste
holdup hold holds hole home house
split spit spilt slip
rate rates date data late gate mate fate
score scores scope store core
trend trends tried tries tired
history story stories
audio audit's adult's
state status statue
lively livery active activate actor
better letter matter butter bitter latter later laser
compete complete completed computer compass company
bill bills ball bell build built will pill fill
flip flipper's slipper
heavy heaven weight height eight
mask mess mouse
origin orange organ original
year yard pear bear wear fear tear
power poker tower flower lower shower
engine england's english engineer
island islands iceland ireland's irish
biscuit biscuits dream drum drone
child's children's childhood
queen queens town towns
france's franc fence dance french
adults' adulthood
predict's product products produce prevent present
chance chances change charge
odds odd adds
estimate's ultimate intimate
passage passenger's message messenger massage
survey surveys
lottery bottle little title titles
elder elderberry
ticket's tickets rocket pocket cricket
steer storage average garage
old cold gold told bold sold fold
log logs dog dogs long lag leg
drop drops crop prop
seed seeds need feed weed
fly flew train's plane plan plans plant
weather whether winter water wetter
`;

const split = (text: string) => text.split(/\s+/).filter(Boolean);

export const generalWords: ReadonlySet<string> = new Set(split(general));
export const neverRepaired: ReadonlySet<string> = new Set([...split(general), ...split(neighbours)]);
