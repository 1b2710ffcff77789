export interface Emoji {
  readonly sign: string;
  readonly name: string;
  /** Words in English and Spanish that find it. */
  readonly words: string;
}

/** One a line: the sign, its name, and more words. */
const TEXT = `
😀 grinning smile happy sonrisa feliz
😃 smiley smile happy sonrisa alegre
😄 smile happy joy sonrisa contento
😁 grin teeth sonrisa dientes
😆 laughing laugh risa reír
😅 sweat_smile relief nervous sudor alivio
🤣 rofl laugh floor carcajada
😂 joy laugh tears risa lágrimas
🙂 slight_smile sonrisa leve
🙃 upside_down silly revés
😉 wink guiño
😊 blush smile sonrojo
😇 innocent angel inocente
🥰 love hearts adore amor enamorado
😍 heart_eyes love amor ojos
🤩 star_struck wow estrella
😘 kiss beso
😋 yum tasty rico sabroso
😛 tongue lengua
😜 crazy wink tongue loco
🤪 zany goofy chiflado
🤗 hug abrazo
🤭 giggle oops risita
🤫 quiet shush silencio
🤔 thinking think pensar duda
🤐 zipper secret callado
🤨 raised_eyebrow doubt ceja
😐 neutral meh neutro
😑 expressionless inexpresivo
😶 no_mouth silent mudo
😏 smirk sonrisita
😒 unamused annoyed molesto
🙄 eye_roll ojos harto
😬 grimace awkward mueca
😌 relieved calm tranquilo
😔 pensive sad triste pensativo
😪 sleepy sueño
😴 sleeping sleep dormir
😷 mask ill mascarilla enfermo
🤒 fever ill fiebre
🤕 hurt bandage herido
🤢 nauseated sick náuseas
🤧 sneeze cold resfriado
🥵 hot heat calor
🥶 cold freezing frío
🥴 woozy mareado
😵 dizzy mareo
🤯 mind_blown exploding alucinado
🤠 cowboy vaquero
🥳 party celebrate fiesta celebrar
😎 cool sunglasses gafas guay
🤓 nerd glasses empollón
🧐 monocle inspect monóculo
😕 confused confuso
😟 worried worry preocupado
🙁 frown sad triste
😮 open_mouth surprise sorpresa
😲 astonished shock asombro
😳 flushed embarrassed vergüenza
🥺 pleading please súplica
😨 fearful fear miedo
😰 anxious sweat ansiedad
😢 cry sad llorar triste
😭 sob cry llanto llorar
😱 scream fear grito susto
😖 confounded agobio
😞 disappointed sad decepción
😓 sweat work sudor
😩 weary tired cansado
😫 tired agotado
🥱 yawn bored bostezo
😤 triumph steam resoplido
😡 rage angry enfado rabia
😠 angry enfadado
🤬 swear cursing insulto
😈 devil evil diablo
💀 skull dead calavera
💩 poop caca
🤡 clown payaso
👻 ghost fantasma
👽 alien extraterrestre
🤖 robot bot
😺 cat_smile gato
🙈 see_no_evil monkey mono
👋 wave hello bye hola adiós
🤚 raised_back mano
✋ raised_hand stop mano alto
👌 ok perfect perfecto vale
🤏 pinch small poco
✌️ victory peace victoria paz
🤞 fingers_crossed luck suerte
🤘 rock horns
👈 point_left izquierda
👉 point_right derecha
👆 point_up arriba
👇 point_down abajo
👍 thumbs_up yes good like bien sí
👎 thumbs_down no bad mal
✊ fist puño
👊 punch golpe
👏 clap applause aplauso bravo
🙌 raised_hands hooray hurra
👐 open_hands manos
🤝 handshake deal acuerdo trato
🙏 pray thanks please gracias favor
✍️ writing write escribir
💪 muscle strong fuerza
🧠 brain cerebro
👀 eyes look ojos mirar
👁️ eye ojo
👄 mouth boca
👶 baby bebé
👦 boy niño
👧 girl niña
👨 man hombre
👩 woman mujer
👵 grandma abuela
👴 grandpa abuelo
👮 police policía
👷 builder worker obrero
🧑‍💻 developer coder programador
🧑‍🏫 teacher profesor
🧑‍🍳 cook chef cocinero
🧑‍🚀 astronaut astronauta
🦸 hero superhero héroe
🧙 wizard mago
🧚 fairy hada
🙋 raising_hand question pregunta
🤷 shrug dunno encogerse
🤦 facepalm frustración
🏃 run running correr
🚶 walk andar
💃 dance bailar
👪 family familia
❤️ heart love red corazón amor rojo
🧡 orange_heart corazón naranja
💛 yellow_heart corazón amarillo
💚 green_heart corazón verde
💙 blue_heart corazón azul
💜 purple_heart corazón morado
🖤 black_heart corazón negro
💔 broken_heart corazón roto
💕 two_hearts corazones
💯 hundred perfect cien
💥 boom explosion explosión
💫 dizzy_star mareo
💬 speech comment bocadillo comentario
💭 thought think pensamiento
💤 zzz sleep sueño
🐶 dog perro
🐱 cat gato
🐭 mouse ratón
🐰 rabbit bunny conejo
🦊 fox zorro
🐻 bear oso
🐼 panda
🐨 koala
🐯 tiger tigre
🦁 lion león
🐮 cow vaca
🐷 pig cerdo
🐸 frog rana
🐵 monkey mono
🐔 chicken gallina
🐧 penguin pingüino
🐦 bird pájaro
🦆 duck pato
🦅 eagle águila
🦉 owl búho
🐺 wolf lobo
🐴 horse caballo
🦄 unicorn unicornio
🐝 bee abeja
🐛 bug caterpillar oruga error
🦋 butterfly mariposa
🐌 snail caracol
🐞 ladybug mariquita
🐜 ant hormiga
🐢 turtle tortuga
🐍 snake serpiente
🐙 octopus pulpo
🐠 fish pez
🐬 dolphin delfín
🐳 whale ballena
🐘 elephant elefante
🌸 blossom flower flor
🌹 rose rosa
🌻 sunflower girasol
🌷 tulip tulipán
🌱 seedling plant planta brote
🌲 pine tree pino árbol
🌳 tree árbol
🌵 cactus
🍀 clover luck trébol suerte
🍁 maple leaf hoja
🍎 apple manzana
🍐 pear pera
🍊 orange naranja
🍋 lemon limón
🍌 banana plátano
🍉 watermelon sandía
🍇 grapes uvas
🍓 strawberry fresa
🍒 cherries cerezas
🍑 peach melocotón
🍍 pineapple piña
🥑 avocado aguacate
🍅 tomato tomate
🥕 carrot zanahoria
🌽 corn maíz
🍞 bread pan
🥐 croissant
🧀 cheese queso
🍳 egg huevo
🍔 burger hamburguesa
🍟 fries patatas
🍕 pizza
🌮 taco
🥗 salad ensalada
🍝 pasta spaghetti
🍣 sushi
🍦 ice_cream helado
🍩 donut dónut
🍪 cookie galleta
🎂 birthday cake tarta cumpleaños
🍰 cake pastel
🍫 chocolate
🍿 popcorn palomitas
☕ coffee tea café té
🍵 tea té
🍺 beer cerveza
🍻 cheers beers brindis
🥂 toast champagne brindis
🍷 wine vino
🍽️ dinner plate cena plato
⚽ football soccer fútbol
🏀 basketball baloncesto
🎾 tennis tenis
🏆 trophy win trofeo
🥇 gold first medal oro
🥈 silver medal plata
🥉 bronze medal bronce
🎯 target goal dart diana objetivo
🎲 dice game dado juego
🎮 game videogame videojuego
🎸 guitar guitarra
🎵 music note música nota
🎤 microphone micrófono
🎧 headphones auriculares
🎨 art paint arte pintura
🎬 film movie cine película
🎭 theatre teatro
🎉 tada party hooray fiesta
🎊 confetti confeti
🎈 balloon globo
🎁 gift present regalo
🏠 house home casa hogar
🏢 office building oficina edificio
🏭 factory fábrica
🏥 hospital
🏫 school escuela
🏖️ beach playa
🏔️ mountain montaña
🌍 earth world globe mundo tierra
🗺️ map mapa
🚗 car coche
🚕 taxi
🚌 bus autobús
🚲 bike bicycle bici bicicleta
🚂 train tren
✈️ plane flight avión vuelo
🚀 rocket launch ship cohete lanzar
⛵ sailboat barco vela
🚢 ship barco
🚦 traffic_light semáforo
⛔ no_entry forbidden prohibido
🚧 construction wip obras
☀️ sun sunny sol
🌙 moon night luna noche
⭐ star estrella
✨ sparkles new shine brillo nuevo
⚡ zap lightning fast rayo
🔥 fire hot fuego
🌈 rainbow arcoíris
☁️ cloud nube
🌧️ rain lluvia
❄️ snow snowflake nieve
💧 drop water gota agua
🌊 ocean wave sea ola mar
⌚ watch reloj
📱 phone mobile móvil teléfono
💻 laptop computer portátil ordenador
🖥️ desktop screen pantalla
⌨️ keyboard teclado
🖨️ printer impresora
📷 camera photo cámara foto
🎥 video vídeo
📞 telephone call llamada
📺 tv television
⏰ alarm clock despertador
⏳ hourglass wait espera
⏱️ stopwatch cronómetro
🔋 battery batería
💡 idea bulb light bombilla luz
🔦 flashlight linterna
💰 money dinero
💳 card credit tarjeta
💎 gem diamond diamante
🔧 wrench fix llave arreglar
🔨 hammer martillo
⚙️ gear settings ajustes engranaje
🔗 link chain enlace
🧲 magnet imán
🧪 test experiment prueba
🔬 microscope microscopio
💊 pill medicine pastilla
🔑 key llave
🔒 lock secure candado
🔓 unlock abierto
📦 package box paquete caja
📫 mailbox mail buzón correo
✉️ envelope email sobre correo
📝 memo note nota apuntes
📄 page document página documento
📁 folder carpeta
📅 calendar date calendario fecha
📈 chart_up growth crecimiento gráfico
📉 chart_down caída gráfico
📊 bar_chart stats barras estadísticas
📌 pin pushpin chincheta
📎 paperclip attachment clip adjunto
✂️ scissors cut tijeras
📏 ruler regla
🗑️ trash delete basura
📚 books libros
📖 book read libro leer
🔍 search find lupa buscar
🔔 bell notification campana aviso
📣 megaphone announce megáfono anuncio
✅ check done yes hecho listo
☑️ ballot check casilla
✔️ tick visto
❌ cross no wrong error mal
❓ question pregunta
❗ exclamation important importante
⚠️ warning caution aviso cuidado
ℹ️ info information información
🆕 new nuevo
🆗 ok_button vale
🔴 red_circle rojo
🟠 orange_circle naranja
🟡 yellow_circle amarillo
🟢 green_circle verde
🔵 blue_circle azul
🟣 purple_circle morado
⚫ black_circle negro
⚪ white_circle blanco
➡️ right arrow derecha flecha
⬅️ left arrow izquierda flecha
⬆️ up arrow arriba flecha
⬇️ down arrow abajo flecha
🔄 refresh sync actualizar
➕ plus add más
➖ minus menos
♻️ recycle reciclar
🏁 finish flag meta
🚩 flag bandera
🏳️‍🌈 pride rainbow_flag orgullo
`;

export const EMOJI: readonly Emoji[] = TEXT.trim()
  .split('\n')
  .map((line) => {
    const [sign = '', name = '', ...words] = line.split(' ');
    return { sign, name, words: words.join(' ') };
  });
