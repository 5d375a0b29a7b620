<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Chart</name>
    <message>
        <source>Show the numbers</source>
        <translation>Mostrar los números</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Imagen (PNG)</translation>
    </message>
    <message>
        <source>Numbers (CSV)</source>
        <translation>Números (CSV)</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>The times that your trips agree on go into a calendar of yours on a CalDAV server, such as Nextcloud, so that your phone shows them. Off until you name one.</source>
        <translation>Las horas acordadas de tus viajes van a un calendario tuyo en un servidor CalDAV, como Nextcloud, para que tu teléfono las muestre. Apagado hasta que nombres uno.</translation>
    </message>
    <message>
        <source>Your calendar</source>
        <translation>Tu calendario</translation>
    </message>
    <message>
        <source>The calendar&apos;s own address, from its settings on the server.</source>
        <translation>La dirección del propio calendario, de sus ajustes en el servidor.</translation>
    </message>
    <message>
        <source>Kept with your keys, not in the settings. Some servers want one for apps.</source>
        <translation>Se guarda con tus claves, no en los ajustes. Algunos servidores quieren una para aplicaciones.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Use none any more</source>
        <translation>No usar ninguno más</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Set it up…</source>
        <translation>Configurarlo…</translation>
    </message>
    <message>
        <source>Being tried…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>Last succeeded: {when}</source>
        <translation>Último éxito: {when}</translation>
    </message>
    <message>
        <source>Your Home Assistant may know whether you are unplugged, until when, and when the next trip goes offline: to dim the light, say. Nothing else is told, and nothing before you name its broker.</source>
        <translation>Tu Home Assistant puede saber si estás desconectado, hasta cuándo, y cuándo se desconecta el próximo viaje: por ejemplo, para atenuar la luz. No se le dice nada más, y nada antes de que nombres su broker.</translation>
    </message>
    <message>
        <source>The MQTT broker that your Home Assistant listens to.</source>
        <translation>El broker MQTT que escucha tu Home Assistant.</translation>
    </message>
    <message>
        <source>Kept with your keys, not in the settings.</source>
        <translation>Se guarda con tus claves, no en los ajustes.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{error} (calendar; last succeeded: {at})</source>
        <translation>{error} (calendario; último éxito: {at})</translation>
    </message>
    <message>
        <source>{trip}: {error} (last succeeded: {at})</source>
        <translation>{trip}: {error} (último éxito: {at})</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is {s} s ahead of the group&apos;s of {trip}</source>
        <translation>el reloj de este ordenador va {s} s adelantado respecto al de {trip}</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is {s} s behind the group&apos;s of {trip}</source>
        <translation>el reloj de este ordenador va {s} s atrasado respecto al de {trip}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>the broker refuses</source>
        <translation>el bróker lo rechaza</translation>
    </message>
    <message>
        <source>lost the broker</source>
        <translation>se perdió el bróker</translation>
    </message>
    <message>
        <source>cannot talk to the broker</source>
        <translation>no se puede hablar con el bróker</translation>
    </message>
    <message>
        <source>cannot agree with the broker</source>
        <translation>no hay acuerdo con el bróker</translation>
    </message>
    <message>
        <source>cannot reach the broker</source>
        <translation>no se llega al bróker</translation>
    </message>
    <message>
        <source>cannot use a certificate</source>
        <translation>no se puede usar un certificado</translation>
    </message>
    <message>
        <source>not the address of a broker</source>
        <translation>no es la dirección de un bróker</translation>
    </message>
    <message>
        <source>speaks another protocol</source>
        <translation>habla otro protocolo</translation>
    </message>
    <message>
        <source>use one that speaks MQTT 3.1.1</source>
        <translation>usa uno que hable MQTT 3.1.1</translation>
    </message>
    <message>
        <source>does not like the name of the connection</source>
        <translation>no le gusta el nombre de la conexión</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>inténtalo otra vez</translation>
    </message>
    <message>
        <source>wrong user or password</source>
        <translation>usuario o contraseña equivocados</translation>
    </message>
    <message>
        <source>check both with whoever runs the broker</source>
        <translation>comprueba ambos con quien lleva el bróker</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>no permitido</translation>
    </message>
    <message>
        <source>give a user and password that may connect</source>
        <translation>da un usuario y una contraseña que puedan conectarse</translation>
    </message>
    <message>
        <source>it is not ready</source>
        <translation>no está listo</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>inténtalo más tarde</translation>
    </message>
    <message>
        <source>ask whoever runs the broker</source>
        <translation>pregunta a quien lleva el bróker</translation>
    </message>
    <message>
        <source>the connection ended</source>
        <translation>la conexión terminó</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>se vuelve a intentar</translation>
    </message>
    <message>
        <source>if it wants TLS, use mqtts://</source>
        <translation>si quiere TLS, usa mqtts://</translation>
    </message>
    <message>
        <source>it does not let this side listen</source>
        <translation>no deja escuchar a este lado</translation>
    </message>
    <message>
        <source>ask whoever runs the broker to allow reading and writing of all topics</source>
        <translation>pide a quien lleva el bróker que permita leer y escribir todos los temas</translation>
    </message>
    <message>
        <source>it passes on nothing that is said</source>
        <translation>no transmite nada de lo que se dice</translation>
    </message>
    <message>
        <source>it is tried again; if it stays so, see whether one may write there</source>
        <translation>se vuelve a intentar; si sigue así, mira si se puede escribir allí</translation>
    </message>
    <message>
        <source>it does not answer any more</source>
        <translation>ya no contesta</translation>
    </message>
    <message>
        <source>it is tried again; please report it if it stays so</source>
        <translation>se vuelve a intentar; avísanos si sigue así</translation>
    </message>
    <message>
        <source>no TLS there</source>
        <translation>allí no hay TLS</translation>
    </message>
    <message>
        <source>use mqtt:// or the port for TLS</source>
        <translation>usa mqtt:// o el puerto para TLS</translation>
    </message>
    <message>
        <source>choose PEM files with the certificate and its key, without a password</source>
        <translation>elige archivos PEM con el certificado y su clave, sin contraseña</translation>
    </message>
    <message>
        <source>not what it should be</source>
        <translation>no es lo que debería ser</translation>
    </message>
    <message>
        <source>ask whoever runs the broker for the right certificate file</source>
        <translation>pide a quien lleva el bróker el archivo de certificado correcto</translation>
    </message>
    <message>
        <source>it does not accept the certificate of this side, or wants one</source>
        <translation>no acepta el certificado de este lado, o quiere uno</translation>
    </message>
    <message>
        <source>there is no such name</source>
        <translation>no existe ese nombre</translation>
    </message>
    <message>
        <source>check the name, and the network</source>
        <translation>comprueba el nombre y la red</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>allí no escucha nadie</translation>
    </message>
    <message>
        <source>check that it runs, and its port</source>
        <translation>comprueba que funciona, y su puerto</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>no contesta</translation>
    </message>
    <message>
        <source>check the address, and the network</source>
        <translation>comprueba la dirección y la red</translation>
    </message>
    <message>
        <source>check the network</source>
        <translation>comprueba la red</translation>
    </message>
    <message>
        <source>write it like mqtts://broker.example.org or mqtt://192.168.1.5:1883</source>
        <translation>escríbela como mqtts://broker.example.org o mqtt://192.168.1.5:1883</translation>
    </message>
    <message>
        <source>they are for brokers with encryption: mqtts://</source>
        <translation>son para brókeres con cifrado: mqtts://</translation>
    </message>
    <message>
        <source>choose a file that is there</source>
        <translation>elige un archivo que exista</translation>
    </message>
    <message>
        <source>choose the certificate that it is the key of</source>
        <translation>elige el certificado al que pertenece esta clave</translation>
    </message>
    <message>
        <source>cannot look around in the network</source>
        <translation>no se puede mirar en la red</translation>
    </message>
    <message>
        <source>check that you are in one</source>
        <translation>comprueba que estás en una</translation>
    </message>
    <message>
        <source>cannot start a broker of your own</source>
        <translation>no se puede arrancar un bróker propio</translation>
    </message>
    <message>
        <source>lost your own broker</source>
        <translation>se perdió tu propio bróker</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>terminó</translation>
    </message>
    <message>
        <source>the port is in use</source>
        <translation>el puerto está ocupado</translation>
    </message>
    <message>
        <source>choose another: own_broker.port in the settings, or use what listens there</source>
        <translation>elige otro: own_broker.port en los ajustes, o usa lo que escucha allí</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>este ordenador no tiene esa dirección</translation>
    </message>
    <message>
        <source>leave own_broker.address in the settings empty</source>
        <translation>deja vacío own_broker.address en los ajustes</translation>
    </message>
    <message>
        <source>the system does not allow this port</source>
        <translation>el sistema no permite ese puerto</translation>
    </message>
    <message>
        <source>choose one above 1023: own_broker.port in the settings</source>
        <translation>elige uno mayor que 1023: own_broker.port en los ajustes</translation>
    </message>
    <message>
        <source>not on Windows</source>
        <translation>no en Windows</translation>
    </message>
    <message>
        <source>use another broker</source>
        <translation>usa otro bróker</translation>
    </message>
    <message>
        <source>amqtt is not installed</source>
        <translation>amqtt no está instalado</translation>
    </message>
    <message>
        <source>pip install &apos;unplug[broker]&apos;, or use another broker</source>
        <translation>pip install &apos;unplug[broker]&apos;, o usa otro bróker</translation>
    </message>
    <message>
        <source>close something else</source>
        <translation>cierra otra cosa</translation>
    </message>
    <message>
        <source>cannot tell the address of this computer in a local network</source>
        <translation>no se sabe la dirección de este ordenador en una red local</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>no hay ninguna</translation>
    </message>
    <message>
        <source>can be reached from outside</source>
        <translation>se alcanza desde fuera</translation>
    </message>
    <message>
        <source>join a local network, or name its address: own_broker.address in the settings</source>
        <translation>entra en una red local, o indica la dirección: own_broker.address en los ajustes</translation>
    </message>
    <message>
        <source>it does not listen now</source>
        <translation>ahora no escucha</translation>
    </message>
    <message>
        <source>your own broker does not listen</source>
        <translation>tu propio bróker no escucha</translation>
    </message>
    <message>
        <source>cannot give up your own broker for one trip</source>
        <translation>no se puede dejar tu propio bróker en una sola escapada</translation>
    </message>
    <message>
        <source>cannot sync through a folder</source>
        <translation>no se puede sincronizar por una carpeta</translation>
    </message>
    <message>
        <source>make it, or plug in the disk that it is on</source>
        <translation>créala, o conecta el disco en el que está</translation>
    </message>
    <message>
        <source>cannot read the folder</source>
        <translation>no se puede leer la carpeta</translation>
    </message>
    <message>
        <source>check that it is there</source>
        <translation>comprueba que está</translation>
    </message>
    <message>
        <source>cannot write to the folder</source>
        <translation>no se puede escribir en la carpeta</translation>
    </message>
    <message>
        <source>make room or check your rights; nothing is lost</source>
        <translation>haz sitio o comprueba tus permisos; no se pierde nada</translation>
    </message>
    <message>
        <source>cannot read so large a file</source>
        <translation>no se puede leer un archivo tan grande</translation>
    </message>
    <message>
        <source>choose one that unplug has made</source>
        <translation>elige uno que haya hecho unplug</translation>
    </message>
    <message>
        <source>cannot read the file</source>
        <translation>no se puede leer el archivo</translation>
    </message>
    <message>
        <source>name one that can be read</source>
        <translation>indica uno que se pueda leer</translation>
    </message>
    <message>
        <source>it is not a trip</source>
        <translation>no es una escapada</translation>
    </message>
    <message>
        <source>choose one that unplug has exported</source>
        <translation>elige uno que haya guardado unplug</translation>
    </message>
    <message>
        <source>it is of another trip</source>
        <translation>es de otra escapada</translation>
    </message>
    <message>
        <source>open it in the trip that it belongs to</source>
        <translation>ábrelo en la escapada a la que pertenece</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>termina antes de tiempo</translation>
    </message>
    <message>
        <source>copy it again, or ask for a new one</source>
        <translation>cópialo otra vez, o pide uno nuevo</translation>
    </message>
    <message>
        <source>there is no way to sync yet</source>
        <translation>todavía no hay ninguna vía</translation>
    </message>
    <message>
        <source>the trip does not travel there</source>
        <translation>la escapada no pasa por ahí</translation>
    </message>
    <message>
        <source>it travels</source>
        <translation>viaja</translation>
    </message>
    <message>
        <source>by no way at all</source>
        <translation>por ninguna vía</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>no se envió nada</translation>
    </message>
    <message>
        <source>cannot read the invite</source>
        <translation>no se puede leer la invitación</translation>
    </message>
    <message>
        <source>copy the whole link, or ask for a new one</source>
        <translation>copia el enlace entero, o pide uno nuevo</translation>
    </message>
    <message>
        <source>paste the whole link, or name the file you were sent</source>
        <translation>pega el enlace entero, o indica el archivo que te enviaron</translation>
    </message>
    <message>
        <source>ask for a new one</source>
        <translation>pide una nueva</translation>
    </message>
    <message>
        <source>no invite is in this file</source>
        <translation>en este archivo no hay ninguna invitación</translation>
    </message>
    <message>
        <source>choose the file that the organiser sent</source>
        <translation>elige el archivo que te enviaron</translation>
    </message>
    <message>
        <source>cannot put the broker into an invite</source>
        <translation>el bróker no cabe en una invitación</translation>
    </message>
    <message>
        <source>use a shorter address</source>
        <translation>usa una dirección más corta</translation>
    </message>
    <message>
        <source>the invite has expired</source>
        <translation>la invitación ha caducado</translation>
    </message>
    <message>
        <source>cannot find the invite</source>
        <translation>no se encuentra la invitación</translation>
    </message>
    <message>
        <source>cannot find the invite in this trip</source>
        <translation>esa invitación no está en esta escapada</translation>
    </message>
    <message>
        <source>more than one asks under this name</source>
        <translation>más de una persona pide entrar con ese nombre</translation>
    </message>
    <message>
        <source>nobody asks to join under this name</source>
        <translation>nadie pide entrar con ese nombre</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>piden entrar</translation>
    </message>
    <message>
        <source>sync first</source>
        <translation>primero envía y recibe</translation>
    </message>
    <message>
        <source>you are in this trip already</source>
        <translation>ya estás en esta escapada</translation>
    </message>
    <message>
        <source>you are still in this trip</source>
        <translation>todavía estás en esta escapada</translation>
    </message>
    <message>
        <source>leave it first</source>
        <translation>déjala antes</translation>
    </message>
    <message>
        <source>cannot do this in the trip</source>
        <translation>eso no se puede hacer en esta escapada</translation>
    </message>
    <message>
        <source>you are not in it yet</source>
        <translation>todavía no estás dentro</translation>
    </message>
    <message>
        <source>wait until the organiser lets you in, and sync again</source>
        <translation>espera a que te dejen entrar, y vuelve a recibir</translation>
    </message>
    <message>
        <source>you have left it</source>
        <translation>la has dejado</translation>
    </message>
    <message>
        <source>ask for a new invite to come back</source>
        <translation>pide una nueva invitación para volver</translation>
    </message>
    <message>
        <source>you were removed from it</source>
        <translation>te han sacado</translation>
    </message>
    <message>
        <source>ask the organiser for a new invite</source>
        <translation>pide una nueva invitación</translation>
    </message>
    <message>
        <source>guests only look on</source>
        <translation>los invitados solo miran</translation>
    </message>
    <message>
        <source>ask an organiser for a member&apos;s invite</source>
        <translation>pide una invitación de miembro</translation>
    </message>
    <message>
        <source>only organisers can do this</source>
        <translation>eso solo lo pueden hacer quienes organizan</translation>
    </message>
    <message>
        <source>ask an organiser</source>
        <translation>pregunta a quien organiza</translation>
    </message>
    <message>
        <source>ask who leads it</source>
        <translation>pregunta a quien la dirige</translation>
    </message>
    <message>
        <source>you cannot do this with them</source>
        <translation>no puedes hacer eso con esa persona</translation>
    </message>
    <message>
        <source>whoever made them an organiser, or leads the trip, can</source>
        <translation>lo puede hacer quien le dio ese papel o dirige la escapada</translation>
    </message>
    <message>
        <source>cannot remove oneself</source>
        <translation>uno no puede sacarse a sí mismo</translation>
    </message>
    <message>
        <source>only who leads the trip can hand it over</source>
        <translation>solo quien dirige la escapada puede traspasarla</translation>
    </message>
    <message>
        <source>there is nobody to leave it to</source>
        <translation>no hay a quién dejársela</translation>
    </message>
    <message>
        <source>who leads a trip cannot leave it</source>
        <translation>quien dirige una escapada no puede dejarla</translation>
    </message>
    <message>
        <source>nobody in the trip has this name</source>
        <translation>nadie en la escapada se llama así</translation>
    </message>
    <message>
        <source>more than one goes by this name</source>
        <translation>más de una persona se llama así</translation>
    </message>
    <message>
        <source>who is in</source>
        <translation>están</translation>
    </message>
    <message>
        <source>say which</source>
        <translation>di cuál</translation>
    </message>
    <message>
        <source>cannot propose this window</source>
        <translation>no se puede proponer ese tiempo</translation>
    </message>
    <message>
        <source>give a start and an end after it</source>
        <translation>da un comienzo y un final posterior</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>termina antes de empezar</translation>
    </message>
    <message>
        <source>it starts in the past</source>
        <translation>empieza en el pasado</translation>
    </message>
    <message>
        <source>give a later start</source>
        <translation>da un comienzo posterior</translation>
    </message>
    <message>
        <source>it is longer than 60 days</source>
        <translation>dura más de 60 días</translation>
    </message>
    <message>
        <source>give an earlier end</source>
        <translation>da un final anterior</translation>
    </message>
    <message>
        <source>votes cannot be wanted until then</source>
        <translation>no se puede votar hasta entonces</translation>
    </message>
    <message>
        <source>it is past</source>
        <translation>ya ha pasado</translation>
    </message>
    <message>
        <source>give a later moment</source>
        <translation>da un momento posterior</translation>
    </message>
    <message>
        <source>cannot lock so late</source>
        <translation>ya es tarde para fijarlo</translation>
    </message>
    <message>
        <source>propose a window that starts later</source>
        <translation>propón un tiempo que empiece más tarde</translation>
    </message>
    <message>
        <source>it starts in less than an hour</source>
        <translation>empieza en menos de una hora</translation>
    </message>
    <message>
        <source>you have declined this window</source>
        <translation>has dicho que no a este tiempo</translation>
    </message>
    <message>
        <source>declining is final; a changed window asks you again</source>
        <translation>es definitivo; si cambia, se te preguntará de nuevo</translation>
    </message>
    <message>
        <source>cannot find a proposal</source>
        <translation>no existe esa propuesta</translation>
    </message>
    <message>
        <source>the proposal was withdrawn</source>
        <translation>la propuesta se retiró</translation>
    </message>
    <message>
        <source>no window is locked yet</source>
        <translation>todavía no hay un tiempo fijado</translation>
    </message>
    <message>
        <source>there is no such line on the list</source>
        <translation>esa línea no está en la lista</translation>
    </message>
    <message>
        <source>you share no more than your answer</source>
        <translation>solo compartes tu respuesta</translation>
    </message>
    <message>
        <source>cannot find a time zone</source>
        <translation>no se encuentra esa zona horaria</translation>
    </message>
    <message>
        <source>write it like Europe/Madrid</source>
        <translation>escríbela como Europe/Madrid</translation>
    </message>
    <message>
        <source>cannot take this text</source>
        <translation>ese texto no vale</translation>
    </message>
    <message>
        <source>give a line that is not empty or long</source>
        <translation>da una línea que no esté vacía ni sea larga</translation>
    </message>
    <message>
        <source>there is a file already</source>
        <translation>ya existe ese archivo</translation>
    </message>
    <message>
        <source>name one that is not there</source>
        <translation>elige un nombre que no exista</translation>
    </message>
    <message>
        <source>this trip is on this computer already</source>
        <translation>esta escapada ya está en este ordenador</translation>
    </message>
    <message>
        <source>none of your devices is called so</source>
        <translation>ninguno de tus ordenadores se llama así</translation>
    </message>
    <message>
        <source>there are</source>
        <translation>hay</translation>
    </message>
    <message>
        <source>cannot take out the computer that you are at</source>
        <translation>no se puede sacar el ordenador en el que estás</translation>
    </message>
    <message>
        <source>it was there first</source>
        <translation>estaba antes</translation>
    </message>
    <message>
        <source>these words do not open it</source>
        <translation>estas palabras no lo abren</translation>
    </message>
    <message>
        <source>it is none for another computer</source>
        <translation>no es para otro ordenador</translation>
    </message>
    <message>
        <source>choose the one that your other computer has saved for this</source>
        <translation>elige el que tu otro ordenador guardó para esto</translation>
    </message>
    <message>
        <source>check each of them, and their order; or make a new one on the other computer</source>
        <translation>comprueba cada una y su orden, o haz uno nuevo en el otro ordenador</translation>
    </message>
    <message>
        <source>make a new one on the other computer</source>
        <translation>haz uno nuevo en el otro ordenador</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>ha caducado</translation>
    </message>
    <message>
        <source>cannot read the words</source>
        <translation>no se pueden leer las palabras</translation>
    </message>
    <message>
        <source>type all six as the other computer says</source>
        <translation>escribe las seis como las dice el otro ordenador</translation>
    </message>
    <message>
        <source>another unplug has made it</source>
        <translation>lo hizo otro unplug</translation>
    </message>
    <message>
        <source>update unplug here, or make a new one on the other computer</source>
        <translation>actualiza unplug aquí, o haz uno nuevo en el otro ordenador</translation>
    </message>
    <message>
        <source>cannot find the keys of a trip</source>
        <translation>no se encuentran las claves de una escapada</translation>
    </message>
    <message>
        <source>they are on the computer it was joined from; join anew by an invite</source>
        <translation>están en el ordenador desde el que entraste; vuelve a entrar con una invitación</translation>
    </message>
    <message>
        <source>cannot read the keys of a trip</source>
        <translation>no se pueden leer las claves de una escapada</translation>
    </message>
    <message>
        <source>they are damaged</source>
        <translation>están dañadas</translation>
    </message>
    <message>
        <source>restore them from a backup, or join the trip anew</source>
        <translation>recupéralas de una copia, o entra de nuevo en la escapada</translation>
    </message>
    <message>
        <source>unlock your keyring</source>
        <translation>desbloquea tu llavero</translation>
    </message>
    <message>
        <source>will not use keys that others can read</source>
        <translation>no se usan claves que otros pueden leer</translation>
    </message>
    <message>
        <source>cannot read keys</source>
        <translation>no se pueden leer las claves</translation>
    </message>
    <message>
        <source>check that you own it</source>
        <translation>comprueba que es tuyo</translation>
    </message>
    <message>
        <source>restore the file from a backup</source>
        <translation>recupera el archivo de una copia</translation>
    </message>
    <message>
        <source>cannot read what is kept of a trip</source>
        <translation>no se puede leer lo guardado de una escapada</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>restaura una copia</translation>
    </message>
    <message>
        <source>cannot keep trips now</source>
        <translation>ahora no se pueden guardar escapadas</translation>
    </message>
    <message>
        <source>the database is not open</source>
        <translation>la base de datos no está abierta</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>libera espacio</translation>
    </message>
    <message>
        <source>cannot reach the calendar server</source>
        <translation>no se llega al servidor de calendarios</translation>
    </message>
    <message>
        <source>check the address</source>
        <translation>comprueba la dirección</translation>
    </message>
    <message>
        <source>the calendar server refuses</source>
        <translation>el servidor de calendarios lo rechaza</translation>
    </message>
    <message>
        <source>check the user and the password; some servers want one for apps</source>
        <translation>comprueba el usuario y la contraseña; algunos servidores quieren una para aplicaciones</translation>
    </message>
    <message>
        <source>the calendar server does not take it</source>
        <translation>el servidor de calendarios no lo acepta</translation>
    </message>
    <message>
        <source>check the calendar&apos;s address, and that you may write to it</source>
        <translation>comprueba la dirección del calendario, y que puedes escribir en él</translation>
    </message>
    <message>
        <source>there is no calendar at this address</source>
        <translation>en esa dirección no hay ningún calendario</translation>
    </message>
    <message>
        <source>copy it from the calendar&apos;s own settings</source>
        <translation>cópiala de los ajustes del calendario</translation>
    </message>
    <message>
        <source>there are several calendars</source>
        <translation>hay varios calendarios</translation>
    </message>
    <message>
        <source>name one of them</source>
        <translation>indica uno de ellos</translation>
    </message>
    <message>
        <source>not the address of a calendar</source>
        <translation>no es la dirección de un calendario</translation>
    </message>
    <message>
        <source>copy it from the calendar&apos;s settings, with https:// in front</source>
        <translation>cópiala de los ajustes del calendario, con https:// delante</translation>
    </message>
    <message>
        <source>cannot speak to calendar servers</source>
        <translation>no se puede hablar con servidores de calendarios</translation>
    </message>
    <message>
        <source>the calendar&apos;s password is not here</source>
        <translation>la contraseña del calendario no está aquí</translation>
    </message>
    <message>
        <source>windows of trips stay in the calendar that they were put into</source>
        <translation>los tiempos de las escapadas se quedan en el calendario en el que están</translation>
    </message>
    <message>
        <source>hand it over first: “Let lead” beside somebody</source>
        <translation>traspásala antes: «Dejar organizar» en otra persona</translation>
    </message>
    <message>
        <source>delete it here</source>
        <translation>bórrala aquí</translation>
    </message>
    <message>
        <source>leave the trip instead</source>
        <translation>deja la escapada en su lugar</translation>
    </message>
    <message>
        <source>look at the proposals</source>
        <translation>mira las propuestas</translation>
    </message>
    <message>
        <source>an organiser makes a proposal the window first</source>
        <translation>antes alguien que organiza fija una propuesta</translation>
    </message>
    <message>
        <source>look at the list once more</source>
        <translation>mira otra vez la lista</translation>
    </message>
    <message>
        <source>share more if you like, below “What the others see of it”</source>
        <translation>comparte más, si quieres: en «Lo que ven los demás»</translation>
    </message>
    <message>
        <source>do it on the other one, or leave the trip</source>
        <translation>hazlo en el otro, o deja la escapada</translation>
    </message>
    <message>
        <source>choose a folder or a broker here</source>
        <translation>elige aquí una carpeta o un bróker</translation>
    </message>
    <message>
        <source>switch it off here</source>
        <translation>apágalo aquí</translation>
    </message>
    <message>
        <source>choose another way</source>
        <translation>elige otra vía</translation>
    </message>
    <message>
        <source>look at what leaves, and say yes to it</source>
        <translation>mira lo que sale, y dile que sí</translation>
    </message>
    <message>
        <source>give the link</source>
        <translation>da el enlace</translation>
    </message>
    <message>
        <source>it listens once you organise a trip</source>
        <translation>escucha en cuanto organices una escapada</translation>
    </message>
    <message>
        <source>give it once more: Settings, Your calendar</source>
        <translation>dala otra vez: ajustes, tu calendario</translation>
    </message>
</context>
<context>
    <name>Feeling</name>
    <message>
        <source>if you like</source>
        <translation>si te apetece</translation>
    </message>
    <message>
        <source>A word to remember it by</source>
        <translation>Una palabra para recordarlo</translation>
    </message>
    <message>
        <source>How did it feel?</source>
        <translation>¿Cómo te sentiste?</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Noted. A word to remember it by?</source>
        <translation>Anotado. ¿Una palabra para recordarlo?</translation>
    </message>
    <message>
        <source>How did the time with {person} feel?</source>
        <translation>¿Cómo fue el rato con {person}?</translation>
    </message>
    <message>
        <source>not good</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>so-so</source>
        <translation>regular</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>good</source>
        <translation>muy bien</translation>
    </message>
    <message>
        <source>wonderful</source>
        <translation>de maravilla</translation>
    </message>
</context>
<context>
    <name>Ideas</name>
    <message>
        <source>look out of the window for a while</source>
        <translation>mirar un rato por la ventana</translation>
    </message>
    <message>
        <source>drink a glass of water, slowly</source>
        <translation>beber un vaso de agua, despacio</translation>
    </message>
    <message>
        <source>stretch your back and your hands</source>
        <translation>estirar la espalda y las manos</translation>
    </message>
    <message>
        <source>water the plants</source>
        <translation>regar las plantas</translation>
    </message>
    <message>
        <source>step outside and breathe the air</source>
        <translation>salir a respirar aire fresco</translation>
    </message>
    <message>
        <source>make tea and only drink it</source>
        <translation>preparar un té y solo beberlo</translation>
    </message>
    <message>
        <source>walk once around the block</source>
        <translation>dar una vuelta a la manzana</translation>
    </message>
    <message>
        <source>tidy one drawer, just one</source>
        <translation>ordenar un cajón, solo uno</translation>
    </message>
    <message>
        <source>write somebody a card by hand</source>
        <translation>escribir una postal a mano a alguien</translation>
    </message>
    <message>
        <source>knock at a neighbour&apos;s door</source>
        <translation>llamar a la puerta de un vecino</translation>
    </message>
    <message>
        <source>play or sing a song</source>
        <translation>tocar o cantar una canción</translation>
    </message>
    <message>
        <source>draw what lies on the table</source>
        <translation>dibujar lo que hay en la mesa</translation>
    </message>
    <message>
        <source>read a few pages on paper</source>
        <translation>leer unas páginas en papel</translation>
    </message>
    <message>
        <source>mend the thing that waits for it</source>
        <translation>arreglar eso que está esperando</translation>
    </message>
    <message>
        <source>stretch and wake up slowly</source>
        <translation>estirarte y despertar despacio</translation>
    </message>
    <message>
        <source>cook something that takes its time</source>
        <translation>cocinar algo a fuego lento</translation>
    </message>
    <message>
        <source>go where there are trees</source>
        <translation>ir a donde haya árboles</translation>
    </message>
    <message>
        <source>ring at the door of a friend</source>
        <translation>llamar al timbre de un amigo</translation>
    </message>
    <message>
        <source>bake bread or a cake</source>
        <translation>hacer pan o un bizcocho</translation>
    </message>
    <message>
        <source>play a board game with somebody</source>
        <translation>jugar con alguien a un juego de mesa</translation>
    </message>
    <message>
        <source>take a street you have never taken</source>
        <translation>tomar una calle por la que nunca has ido</translation>
    </message>
    <message>
        <source>swim, cycle or kick a ball</source>
        <translation>nadar, montar en bici o darle a un balón</translation>
    </message>
    <message>
        <source>sit in the garden or a park</source>
        <translation>sentarte en un jardín o un parque</translation>
    </message>
    <message>
        <source>dim the lights and listen to the quiet</source>
        <translation>bajar la luz y escuchar el silencio</translation>
    </message>
    <message>
        <source>take a warm bath</source>
        <translation>darte un baño caliente</translation>
    </message>
    <message>
        <source>lay out what tomorrow needs</source>
        <translation>preparar lo que hará falta mañana</translation>
    </message>
    <message>
        <source>go to bed a little early</source>
        <translation>acostarte un poco antes</translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message>
        <source>Last week you spent {by} less a day at the screen than the week before: {now} against {before}.</source>
        <translation>La semana pasada estuviste {by} menos al día ante la pantalla que la anterior: {now} frente a {before}.</translation>
    </message>
    <message>
        <source>Last week you spent {by} more a day at the screen than the week before: {now} against {before}.</source>
        <translation>La semana pasada estuviste {by} más al día ante la pantalla que la anterior: {now} frente a {before}.</translation>
    </message>
    <message>
        <source>After {app}, a long stretch in {then} follows {times} times as often as usual: {n} of {of} times.</source>
        <translation>Después de {app} viene un rato largo en {then} {times} veces más a menudo de lo habitual: {n} de {of} veces.</translation>
    </message>
    <message>
        <source>Coming back to the screen, you open {app} first: {n} of {of} times.</source>
        <translation>Al volver a la pantalla, lo primero que abres es {app}: {n} de {of} veces.</translation>
    </message>
    <message>
        <source>Late evenings have become more: {n} of the last {of} days, and {n_before} of the {of_before} before.</source>
        <translation>Hay más noches largas: {n} de los últimos {of} días, y {n_before} de los {of_before} anteriores.</translation>
    </message>
    <message>
        <source>Late evenings have become fewer: {n} of the last {of} days, and {n_before} of the {of_before} before.</source>
        <translation>Hay menos noches largas: {n} de los últimos {of} días, y {n_before} de los {of_before} anteriores.</translation>
    </message>
    <message>
        <source>Your time at the screen is more broken up: {now} changes of app an hour in the last two weeks, {before} before.</source>
        <translation>Tu tiempo de pantalla está más troceado: {now} cambios de aplicación por hora en las últimas dos semanas, {before} antes.</translation>
    </message>
    <message>
        <source>Your time at the screen is less broken up: {now} changes of app an hour in the last two weeks, {before} before.</source>
        <translation>Tu tiempo de pantalla está menos troceado: {now} cambios de aplicación por hora en las últimas dos semanas, {before} antes.</translation>
    </message>
    <message>
        <source>AI chats and companions: {now} a week in the last four weeks, {before} in the four before. Meetings with people: {met}, and {met_before} before.</source>
        <translation>Chats y compañeros de IA: {now} a la semana en las últimas cuatro semanas, {before} en las cuatro anteriores. Encuentros con personas: {met}, y antes {met_before}.</translation>
    </message>
    <message>
        <source>For you, more screen time and lower mood go together ({n} days with a note).</source>
        <translation>En tu caso, más pantalla y peor ánimo van juntos ({n} días con nota).</translation>
    </message>
    <message>
        <source>For you, more screen time and better mood go together ({n} days with a note).</source>
        <translation>En tu caso, más pantalla y mejor ánimo van juntos ({n} días con nota).</translation>
    </message>
    <message>
        <source>For you, seeing people and better mood go together: {with} on such days, {without} on others ({n} days with a note).</source>
        <translation>En tu caso, ver a gente y mejor ánimo van juntos: {with} esos días, {without} los demás ({n} días con nota).</translation>
    </message>
    <message>
        <source>For you, seeing people and lower mood go together: {with} on such days, {without} on others ({n} days with a note).</source>
        <translation>En tu caso, ver a gente y peor ánimo van juntos: {with} esos días, {without} los demás ({n} días con nota).</translation>
    </message>
    <message>
        <source>{name} was there {n} of {of} times you met somebody; {others} you want to see are waiting.</source>
        <translation>{name} estuvo en {n} de {of} encuentros; te esperan {others} a quienes quieres ver.</translation>
    </message>
    <message>
        <source>After a device-free session, the rest of the day has {by} less screen time than other days ({n} sessions).</source>
        <translation>Después de un tiempo sin pantallas, el resto del día tiene {by} menos de pantalla que otros días ({n} veces).</translation>
    </message>
    <message>
        <source>After a device-free session, the rest of the day has {by} more screen time than other days ({n} sessions).</source>
        <translation>Después de un tiempo sin pantallas, el resto del día tiene {by} más de pantalla que otros días ({n} veces).</translation>
    </message>
    <message>
        <source>{weekday}, {from} to {to}, is your longest scroll: {mean} on average.</source>
        <translation>{weekday}, de {from} a {to}, es cuando más te enganchas: {mean} de media.</translation>
    </message>
    <message>
        <source>Plan a device-free hour</source>
        <translation>Planear una hora sin pantallas</translation>
    </message>
    <message>
        <source>Plan {weekday}, {from} to {to}, without devices</source>
        <translation>Planear {weekday}, de {from} a {to}, sin pantallas</translation>
    </message>
    <message>
        <source>Plan an hour for one thing</source>
        <translation>Planear una hora para una sola cosa</translation>
    </message>
    <message>
        <source>Set a time to wind down</source>
        <translation>Poner una hora para ir terminando</translation>
    </message>
    <message>
        <source>Ask {who} to meet</source>
        <translation>Proponer a {who} que os veáis</translation>
    </message>
    <message>
        <source>{who} is usually free then: ask to meet</source>
        <translation>{who} suele estar libre entonces: propón veros</translation>
    </message>
    <message>
        <source>See who you could meet</source>
        <translation>Ver con quién podrías quedar</translation>
    </message>
    <message>
        <source>Note your mood today</source>
        <translation>Anotar tu ánimo de hoy</translation>
    </message>
    <message>
        <source>Nothing to do: it goes your way</source>
        <translation>Nada que hacer: va como tú quieres</translation>
    </message>
    <message>
        <source>It rests on {n} observations.</source>
        <translation>Se apoya en {n} observaciones.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Al lado</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>al lado</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Lo que sale de este equipo</translation>
    </message>
    <message>
        <source>Without you, nothing. There is no account, no server of ours, no statistics and no look for updates.</source>
        <translation>Sin ti, nada. No hay cuenta, ni servidor nuestro, ni estadísticas, ni búsqueda de actualizaciones.</translation>
    </message>
    <message>
        <source>Screen time, apps, titles, moods, insights</source>
        <translation>Tiempo de pantalla, aplicaciones, títulos, ánimos, hallazgos</translation>
    </message>
    <message>
        <source>Never. Only a file that you export yourself.</source>
        <translation>Nunca. Solo un archivo que exportes tú.</translation>
    </message>
    <message>
        <source>People and what you noted about them</source>
        <translation>Las personas y lo que anotaste sobre ellas</translation>
    </message>
    <message>
        <source>Never. A mail or call that you begin opens your own program, empty.</source>
        <translation>Nunca. Un correo o una llamada que empieces abre tu propio programa, vacío.</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Escapadas</translation>
    </message>
    <message>
        <source>Only what a trip&apos;s page lists before you first share it, signed and sealed, by the ways you added: a file, a folder, a server.</source>
        <translation>Solo lo que la página de una escapada enumera antes de compartir por primera vez, firmado y sellado, por las vías que añadiste: un archivo, una carpeta, un servidor.</translation>
    </message>
    <message>
        <source>Your home</source>
        <translation>Tu casa</translation>
    </message>
    <message>
        <source>A Home Assistant that you named hears whether you are unplugged, until when, and when the next trip goes offline.</source>
        <translation>Un Home Assistant que hayas nombrado sabe si estás desconectado, hasta cuándo, y cuándo se desconecta el próximo viaje.</translation>
    </message>
    <message>
        <source>Files are read where they are. The times that trips agree on go into a calendar on a server only if you named one.</source>
        <translation>Los archivos se leen donde están. Las horas acordadas de los viajes solo van a un calendario en un servidor si has nombrado uno.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Calendarios</translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message>
        <source>low</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>rather low</source>
        <translation>más bien mal</translation>
    </message>
    <message>
        <source>so-so</source>
        <translation>regular</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>muy bien</translation>
    </message>
    <message>
        <source>How are you right now?</source>
        <translation>¿Cómo estás ahora mismo?</translation>
    </message>
    <message>
        <source>A word for it, if you like</source>
        <translation>Una palabra, si te apetece</translation>
    </message>
    <message>
        <source>Noted: {mark} · {name}</source>
        <translation>Anotado: {mark} · {name}</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Breathing guide</source>
        <translation>Guía de respiración</translation>
    </message>
    <message>
        <source>breathe in</source>
        <translation>inspira</translation>
    </message>
    <message>
        <source>breathe out</source>
        <translation>espira</translation>
    </message>
    <message>
        <source>any letter</source>
        <translation>cualquier letra</translation>
    </message>
    <message>
        <source>Stay after all</source>
        <translation>Al final me quedo</translation>
    </message>
    <message>
        <source>What calls you away?</source>
        <translation>¿Qué te reclama?</translation>
    </message>
    <message>
        <source>One slow breath, then go ahead.</source>
        <translation>Una respiración lenta y adelante.</translation>
    </message>
    <message>
        <source>What calls you away? Only you see it.</source>
        <translation>¿Qué te reclama? Solo lo ves tú.</translation>
    </message>
    <message>
        <source>If you like: what calls you away?</source>
        <translation>Si te apetece: ¿qué te reclama?</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>I need my computer</source>
        <translation>Necesito mi equipo</translation>
    </message>
    <message>
        <source>End early</source>
        <translation>Terminar antes</translation>
    </message>
    <message>
        <source>Stop the breathing guide</source>
        <translation>Detener la guía de respiración</translation>
    </message>
    <message>
        <source>Breathe with me</source>
        <translation>Respira conmigo</translation>
    </message>
    <message>
        <source>1 day {hours} h</source>
        <translation>1 día {hours} h</translation>
    </message>
    <message>
        <source>{days} days {hours} h</source>
        <translation>{days} días {hours} h</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta las {time}</translation>
    </message>
    <message>
        <source>Time away from the screen</source>
        <translation>Tiempo lejos de la pantalla</translation>
    </message>
    <message>
        <source>with {person}</source>
        <translation>con {person}</translation>
    </message>
    <message>
        <source>Perhaps: {idea}</source>
        <translation>Quizá: {idea}</translation>
    </message>
    <message>
        <source>This is still your time. The screen can wait.</source>
        <translation>Este tiempo sigue siendo tuyo. La pantalla puede esperar.</translation>
    </message>
    <message>
        <source>You promised this, to others too. unplug cannot lock this computer; it keeps the promise visible.</source>
        <translation>Lo prometiste, también a otros. unplug no puede bloquear este equipo; mantiene la promesa a la vista.</translation>
    </message>
    <message>
        <source>unplug cannot lock this computer; it keeps your plan visible.</source>
        <translation>unplug no puede bloquear este equipo; mantiene tu plan a la vista.</translation>
    </message>
    <message>
        <source>Somebody needs me</source>
        <translation>Alguien me necesita</translation>
    </message>
    <message>
        <source>Something urgent</source>
        <translation>Algo urgente</translation>
    </message>
    <message>
        <source>I am done with this</source>
        <translation>Ya he terminado</translation>
    </message>
    <message>
        <source>Not the right moment</source>
        <translation>No es el momento</translation>
    </message>
    <message>
        <source>Your device-free time is over.</source>
        <translation>Tu tiempo sin pantallas ha terminado.</translation>
    </message>
    <message>
        <source>Half of it is behind you. {left} left.</source>
        <translation>Ya llevas la mitad. Quedan {left}.</translation>
    </message>
    <message>
        <source>Device-free time: {purpose}. {left} left. Press Escape if you need your computer.</source>
        <translation>Tiempo sin pantallas: {purpose}. Quedan {left}. Pulsa Escape si necesitas tu equipo.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Patterns</name>
    <message>
        <source>Screen time</source>
        <translation>Tiempo de pantalla</translation>
    </message>
    <message>
        <source>No screen time in this range.</source>
        <translation>Sin tiempo de pantalla en este periodo.</translation>
    </message>
    <message>
        <source>Most on {day} at {hour}: {length} on average.</source>
        <translation>Más que nunca: {day} a las {hour}, {length} de media.</translation>
    </message>
    <message>
        <source>Two whole weeks are needed to compare them.</source>
        <translation>Hacen falta dos semanas completas para compararlas.</translation>
    </message>
    <message>
        <source>The last whole week was about the same as the one before.</source>
        <translation>La última semana completa fue más o menos como la anterior.</translation>
    </message>
    <message>
        <source>The last whole week: {by} a day less than the one before (surely {low} to {high}).</source>
        <translation>La última semana completa: {by} menos al día que la anterior (seguro entre {low} y {high}).</translation>
    </message>
    <message>
        <source>The last whole week: {by} a day more than the one before (surely {low} to {high}).</source>
        <translation>La última semana completa: {by} más al día que la anterior (seguro entre {low} y {high}).</translation>
    </message>
    <message>
        <source>{n} changes of app an hour; {share} % of the time in stretches of 25 minutes or more.</source>
        <translation>{n} cambios de aplicación por hora; {share} % del tiempo en tramos de 25 minutos o más.</translation>
    </message>
    <message>
        <source>{late} of {all} evenings went on after 23:20.</source>
        <translation>{late} de {all} noches pasaron de las 23:20.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Patrones</translation>
    </message>
    <message>
        <source>No patterns yet</source>
        <translation>Aún no hay patrones</translation>
    </message>
    <message>
        <source>The first pictures come with the first day, comparisons of weeks after two of them, and insights after about a month.</source>
        <translation>Las primeras imágenes llegan el primer día; las comparaciones, tras dos semanas; y los hallazgos, al mes más o menos.</translation>
    </message>
    <message>
        <source>No clear pattern this week, and that is fine.</source>
        <translation>Ningún patrón claro esta semana, y está bien así.</translation>
    </message>
    <message>
        <source>Each day on which you note a mood becomes a dot here.</source>
        <translation>Cada día en que anotes un ánimo será aquí un punto.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Horas de la semana</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Semana del</translation>
    </message>
    <message>
        <source>Weeks beside each other</source>
        <translation>Semanas una junto a otra</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Changes of app an hour</source>
        <translation>Cambios de aplicación por hora</translation>
    </message>
    <message>
        <source>How broken up the time is</source>
        <translation>Lo troceado que está el tiempo</translation>
    </message>
    <message>
        <source>Late evenings</source>
        <translation>Noches largas</translation>
    </message>
    <message>
        <source>First app after coming back</source>
        <translation>Primera aplicación al volver</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Mood beside screen time</source>
        <translation>Ánimo junto a tiempo de pantalla</translation>
    </message>
    <message>
        <source>People met</source>
        <translation>Personas vistas</translation>
    </message>
    <message>
        <source>Mood beside meetings</source>
        <translation>Ánimo junto a encuentros</translation>
    </message>
    <message>
        <source>Screen time a day, of the days with any.</source>
        <translation>Tiempo de pantalla al día, de los días que lo tienen.</translation>
    </message>
    <message>
        <source>The notch: the range of that length before.</source>
        <translation>La muesca: el periodo anterior de igual duración.</translation>
    </message>
    <message>
        <source>What goes together need not cause one another.</source>
        <translation>Lo que va junto no tiene por qué causarse.</translation>
    </message>
    <message>
        <source>Screen time from 23:00 on; dots from 20 minutes.</source>
        <translation>Tiempo de pantalla desde las 23:00; puntos desde 20 minutos.</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Circles</source>
        <translation>Círculos</translation>
    </message>
    <message>
        <source>After how many days it would be good to meet again, and after how many it has been too long.</source>
        <translation>Al cabo de cuántos días estaría bien verse otra vez, y de cuántos ya es demasiado.</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Círculo</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>At the latest</source>
        <translation>Como mucho</translation>
    </message>
    <message>
        <source>Add a circle</source>
        <translation>Añadir un círculo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name of the circle</source>
        <translation>Nombre del círculo</translation>
    </message>
    <message>
        <source>{name}: days</source>
        <translation>{name}: días</translation>
    </message>
    <message>
        <source>{name}: days at the latest</source>
        <translation>{name}: días como mucho</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar a {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Each circle needs a name, and the later time may not be shorter.</source>
        <translation>Cada círculo necesita un nombre, y el plazo mayor no puede ser más corto.</translation>
    </message>
    <message>
        <source>Logged a call with {names}</source>
        <translation>Llamada con {names} anotada</translation>
    </message>
    <message>
        <source>Logged a meeting with {names}</source>
        <translation>Encuentro con {names} anotado</translation>
    </message>
    <message>
        <source>Taken out of the history</source>
        <translation>Sacado del historial</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} guardado</translation>
    </message>
    <message>
        <source>{name} is never suggested</source>
        <translation>{name} no se sugiere nunca</translation>
    </message>
    <message>
        <source>{name} may be suggested again</source>
        <translation>{name} puede volver a sugerirse</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Merged into {name}</source>
        <translation>Unido con {name}</translation>
    </message>
    <message>
        <source>Forgotten everywhere</source>
        <translation>Olvidado en todas partes</translation>
    </message>
    <message>
        <source>Circles saved</source>
        <translation>Círculos guardados</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation>¿Una persona o dos?</translation>
    </message>
    <message>
        <source>One person: merge</source>
        <translation>Una persona: unir</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Dos personas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cercano</translation>
    </message>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>¿Quién es la misma persona que {name}?</translation>
    </message>
    <message>
        <source>No more pairs to look at</source>
        <translation>No hay más parejas que mirar</translation>
    </message>
    <message>
        <source>Whoever could be the same person was decided.</source>
        <translation>Ya está decidido quiénes podrían ser la misma persona.</translation>
    </message>
    <message>
        <source>{count} more after this one</source>
        <translation>{count} más después de esta</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Cumpleaños</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Alguien nuevo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Name, as it is written</source>
        <translation>Nombre, tal como se escribe</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>Apodos</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>Qué cercanía</translation>
    </message>
    <message>
        <source>Usually free</source>
        <translation>Suele estar libre</translation>
    </message>
    <message>
        <source>Usual free times</source>
        <translation>Horas libres habituales</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Empty if it is the same as yours.</source>
        <translation>Vacío si es la misma que la tuya.</translation>
    </message>
    <message>
        <source>1996-04-15, or 04-15 if the year is not known.</source>
        <translation>1996-04-15, o 04-15 si no se sabe el año.</translation>
    </message>
    <message>
        <source>One a line: 2001-05-03 wedding</source>
        <translation>Uno por línea: 2001-05-03 boda</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Otros días</translation>
    </message>
    <message>
        <source>Remind me of these days</source>
        <translation>Recordarme estos días</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Cómo contactar</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Uno por línea.</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Teléfonos</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>Correos electrónicos</translation>
    </message>
    <message>
        <source>One a line: signal:@name</source>
        <translation>Uno por línea: signal:@nombre</translation>
    </message>
    <message>
        <source>Messengers</source>
        <translation>Mensajería</translation>
    </message>
    <message>
        <source>Between you</source>
        <translation>Entre vosotros</translation>
    </message>
    <message>
        <source>Divided by commas.</source>
        <translation>Separados por comas.</translation>
    </message>
    <message>
        <source>What you share</source>
        <translation>Lo que compartís</translation>
    </message>
    <message>
        <source>What you last talked about</source>
        <translation>De qué hablasteis la última vez</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Where they appear</source>
        <translation>Dónde aparecen</translation>
    </message>
    <message>
        <source>Never suggest them</source>
        <translation>No sugerir nunca</translation>
    </message>
    <message>
        <source>Show them nowhere</source>
        <translation>No mostrar en ningún sitio</translation>
    </message>
    <message>
        <source>In memoriam</source>
        <translation>En su memoria</translation>
    </message>
    <message>
        <source>In my quiet corner, for low days</source>
        <translation>En mi rincón tranquilo, para días bajos</translation>
    </message>
    <message>
        <source>No circle</source>
        <translation>Sin círculo</translation>
    </message>
    <message>
        <source>{circle}, every {days}</source>
        <translation>{circle}, cada {days}</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Qué cercanía</translation>
    </message>
    <message>
        <source>Their own:</source>
        <translation>Propio:</translation>
    </message>
    <message>
        <source>Meet every so many days</source>
        <translation>Verse cada tantos días</translation>
    </message>
    <message>
        <source>After so many days at the latest</source>
        <translation>Como mucho, al cabo de tantos días</translation>
    </message>
    <message>
        <source>Days, and days at the latest; else the circle&apos;s.</source>
        <translation>Días, y días como mucho; si no, los del círculo.</translation>
    </message>
    <message>
        <source>How often to meet</source>
        <translation>Cada cuánto veros</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Una foto</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>This is no PNG, JPEG or GIF below 4 MiB.</source>
        <translation>No es un PNG, JPEG o GIF de menos de 4 MiB.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>{day} {start}–{end}, free</source>
        <translation>{day} {start}–{end}, libre</translation>
    </message>
    <message>
        <source>{day} {start}–{end}, not free</source>
        <translation>{day} {start}–{end}, no libre</translation>
    </message>
    <message>
        <source>What would be read</source>
        <translation>Lo que se leería</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Por ejemplo</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Se toma como</translation>
    </message>
    <message>
        <source>What {column} is taken as</source>
        <translation>Cómo se toma {column}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Title before the name</source>
        <translation>Título antes del nombre</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Sufijo</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Apodo</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Año de nacimiento</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>Mes de nacimiento</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>Día de nacimiento</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Aniversario</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Kind of e-mail</source>
        <translation>Tipo de correo</translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation>Tipo de teléfono</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Mensajería</translation>
    </message>
    <message>
        <source>Service of the messenger</source>
        <translation>Servicio de mensajería</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Otro día</translation>
    </message>
    <message>
        <source>What that day is</source>
        <translation>Qué día es ese</translation>
    </message>
    <message>
        <source>Import an address book</source>
        <translation>Importar una agenda</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>vCard or CSV files</source>
        <translation>Archivos vCard o CSV</translation>
    </message>
    <message>
        <source>As phones, Google, Outlook, Thunderbird and most others export them. You can drop them here, too. The same file twice changes nothing.</source>
        <translation>Como las exportan los teléfonos, Google, Outlook, Thunderbird y casi todos. También puedes soltarlas aquí. El mismo archivo dos veces no cambia nada.</translation>
    </message>
    <message>
        <source>File to look at</source>
        <translation>Archivo que se mira</translation>
    </message>
    <message>
        <source>Change it if letters below look wrong.</source>
        <translation>Cámbiala si abajo las letras se ven mal.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Lo que no se pudo leer</translation>
    </message>
    <message>
        <source>Address books</source>
        <translation>Agendas</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Address books to import</source>
        <translation>Agendas para importar</translation>
    </message>
    <message>
        <source>A folder of address books</source>
        <translation>Una carpeta de agendas</translation>
    </message>
    <message>
        <source>{kind} file · people in it: about {count}</source>
        <translation>Archivo {kind} · personas en él: unas {count}</translation>
    </message>
    <message>
        <source>{files} files · people in them: about {count}</source>
        <translation>{files} archivos · personas en ellos: unas {count}</translation>
    </message>
    <message>
        <source>Found: {code}</source>
        <translation>Encontrado: {code}</translation>
    </message>
    <message>
        <source>{new} new, {merged} merged, {unchanged} unchanged</source>
        <translation>{new} nuevas, {merged} unidas, {unchanged} sin cambios</translation>
    </message>
    <message>
        <source>{count} things could not be read; they are kept:</source>
        <translation>{count} cosas no se pudieron leer; se conservan:</translation>
    </message>
    <message>
        <source>Look at {count} likely pairs</source>
        <translation>Ver {count} parejas probables</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>La importación se ha deshecho.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Log a meeting</source>
        <translation>Anotar un encuentro</translation>
    </message>
    <message>
        <source>How you met</source>
        <translation>Cómo os visteis</translation>
    </message>
    <message>
        <source>How it felt</source>
        <translation>Cómo fue</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Enter takes a name; once more, and it is done.</source>
        <translation>Intro añade un nombre; otra vez, y listo.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>1 hard to 5 very good; say it or not.</source>
        <translation>De 1 difícil a 5 muy bien; dilo o no.</translation>
    </message>
    <message>
        <source>What you talked about</source>
        <translation>De qué hablasteis</translation>
    </message>
    <message>
        <source>Anything to remember</source>
        <translation>Algo que recordar</translation>
    </message>
    <message>
        <source>Everything about {name} is deleted, in the backups too, and the name is left blank wherever else it stands. There is no way back.</source>
        <translation>Se borra todo sobre {name}, también en las copias, y donde aparezca el nombre queda en blanco. No hay vuelta atrás.</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation>¿Olvidar a {name}?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Find by name, number, address</source>
        <translation>Buscar por nombre, número, dirección</translation>
    </message>
    <message>
        <source>Who is listed</source>
        <translation>Quién aparece</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Circles…</source>
        <translation>Círculos…</translation>
    </message>
    <message>
        <source>Linked folder…</source>
        <translation>Carpeta vinculada…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Aún no hay nadie</translation>
    </message>
    <message>
        <source>Import your address book, or add the few people you would like to see more often. They stay on this computer.</source>
        <translation>Importa tu agenda o añade a las pocas personas que te gustaría ver más. Se quedan en este equipo.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Time to meet</source>
        <translation>Es hora de verse</translation>
    </message>
    <message>
        <source>Not suggested</source>
        <translation>Sin sugerir</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} personas</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>Volver a sugerir</translation>
    </message>
    <message>
        <source>Never suggest</source>
        <translation>No sugerir nunca</translation>
    </message>
    <message>
        <source>Not in memoriam</source>
        <translation>No en su memoria</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Unir con…</translation>
    </message>
    <message>
        <source>Forget everywhere…</source>
        <translation>Olvidar en todas partes…</translation>
    </message>
    <message>
        <source>{value} of 5</source>
        <translation>{value} de 5</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Meetings and calls that you log appear here.</source>
        <translation>Aquí aparecen los encuentros y llamadas que anotes.</translation>
    </message>
    <message>
        <source>Take out of the history</source>
        <translation>Sacar del historial</translation>
    </message>
    <message>
        <source>every {days}</source>
        <translation>cada {days}</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Escribe un nombre</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personas encontradas</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>Quitar a {name}</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Amigos</translation>
    </message>
    <message>
        <source>Wider circle</source>
        <translation>Círculo más amplio</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>En reposo</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} días</translation>
    </message>
    <message>
        <source>Met {days} ago</source>
        <translation>Visto hace {days}</translation>
    </message>
    <message>
        <source>Met today</source>
        <translation>Visto hoy</translation>
    </message>
    <message>
        <source>called {days} ago</source>
        <translation>llamada hace {days}</translation>
    </message>
    <message>
        <source>called today</source>
        <translation>llamada hoy</translation>
    </message>
    <message>
        <source>No meeting logged yet</source>
        <translation>Aún no hay encuentros anotados</translation>
    </message>
    <message>
        <source>{days} at the longest</source>
        <translation>{days} como mucho</translation>
    </message>
    <message>
        <source>every {days} is your wish</source>
        <translation>tu deseo es cada {days}</translation>
    </message>
    <message>
        <source>good again in {days}</source>
        <translation>toca de nuevo en {days}</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Never suggested</source>
        <translation>Nunca se sugiere</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>toca desde hace tiempo</translation>
    </message>
    <message>
        <source>time to meet</source>
        <translation>es hora de verse</translation>
    </message>
    <message>
        <source>Turns {years}</source>
        <translation>Cumple {years}</translation>
    </message>
    <message>
        <source>{what}, {years} years</source>
        <translation>{what}, {years} años</translation>
    </message>
    <message>
        <source>{what} today</source>
        <translation>{what} hoy</translation>
    </message>
    <message>
        <source>{what} tomorrow</source>
        <translation>{what} mañana</translation>
    </message>
    <message>
        <source>{what} in {days}</source>
        <translation>{what} en {days}</translation>
    </message>
    <message>
        <source>{what} on {day}</source>
        <translation>{what} el {day}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>difícil</translation>
    </message>
    <message>
        <source>a bit hard</source>
        <translation>algo difícil</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>good</source>
        <translation>muy bien</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>de maravilla</translation>
    </message>
    <message>
        <source>Linked folder</source>
        <translation>Carpeta vinculada</translation>
    </message>
    <message>
        <source>A folder with a vCard file for each person, as vdirsyncer and khard keep it: the address book of your server and telephone comes along. Changes go both ways; what only unplug knows stays here.</source>
        <translation>Una carpeta con un archivo vCard por persona, como la llevan vdirsyncer y khard: así viene también la agenda de tu servidor y de tu teléfono. Los cambios van en ambos sentidos; lo que solo unplug sabe se queda aquí.</translation>
    </message>
    <message>
        <source>Let go of it</source>
        <translation>Soltarla</translation>
    </message>
    <message>
        <source>Bring into step</source>
        <translation>Poner al día</translation>
    </message>
    <message>
        <source>Write those there, too, who are only here</source>
        <translation>Escribir allí también a quienes solo están aquí</translation>
    </message>
    <message>
        <source>Keep those here</source>
        <translation>Conservar los de aquí</translation>
    </message>
    <message>
        <source>Keep those there</source>
        <translation>Conservar los de allí</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambos</translation>
    </message>
    <message>
        <source>A folder with a vCard file for each person</source>
        <translation>Una carpeta con un archivo vCard por persona</translation>
    </message>
    <message>
        <source>Looking into it …</source>
        <translation>Mirando dentro…</translation>
    </message>
    <message>
        <source>In step: {taken} came from there, {deleted} deleted here, {written} written there.</source>
        <translation>Al día: {taken} vinieron de allí, {deleted} borrados aquí, {written} escritos allí.</translation>
    </message>
    <message>
        <source>{count} things there could not be read.</source>
        <translation>{count} cosas de allí no se pudieron leer.</translation>
    </message>
    <message>
        <source>Both sides changed: {names}</source>
        <translation>Cambiado en ambos lados: {names}</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>Range</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>something went wrong, and the report could not be saved: {reason}</source>
        <translation>algo ha ido mal y no se pudo guardar el informe: {reason}</translation>
    </message>
    <message>
        <source>something went wrong, report saved at {path}</source>
        <translation>algo ha ido mal, informe guardado en {path}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the numbers</source>
        <translation>Guardar los números</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>In your own words, such as: {example}</source>
        <translation>Con tus palabras, por ejemplo: {example}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How often it comes</source>
        <translation>Cada cuánto llega</translation>
    </message>
    <message>
        <source>On which days</source>
        <translation>Qué días</translation>
    </message>
    <message>
        <source>On which date</source>
        <translation>En qué fecha</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Your sentence says more than these buttons can show.</source>
        <translation>Tu frase dice más de lo que estos botones pueden mostrar.</translation>
    </message>
    <message>
        <source>By which clock</source>
        <translation>Según qué reloj</translation>
    </message>
    <message>
        <source>Where I am</source>
        <translation>Donde yo esté</translation>
    </message>
    <message>
        <source>Always in one place</source>
        <translation>Siempre en un mismo lugar</translation>
    </message>
    <message>
        <source>The place&apos;s time zone</source>
        <translation>La zona horaria del lugar</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>An RRULE as calendars write it (RFC 5545).</source>
        <translation>Una RRULE como las de los calendarios (RFC 5545).</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>as I wrote it</source>
        <translation>como lo escribí</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>cada semana</translation>
    </message>
    <message>
        <source>every other week</source>
        <translation>una semana sí y otra no</translation>
    </message>
    <message>
        <source>every {weeks} weeks</source>
        <translation>cada {weeks} semanas</translation>
    </message>
    <message>
        <source>once</source>
        <translation>una vez</translation>
    </message>
    <message>
        <source>Would be taken</source>
        <translation>Se tomaría</translation>
    </message>
    <message>
        <source>Would be left out</source>
        <translation>Se dejaría fuera</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>From {file}. Nothing is taken yet.</source>
        <translation>De {file}. Aún no se ha tomado nada.</translation>
    </message>
    <message>
        <source>No event in this file can be a plan.</source>
        <translation>Ningún evento de este archivo puede ser un plan.</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Línea {line}: {what}</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… y {count} más.</translation>
    </message>
    <message>
        <source>{says} · changes the plan you have</source>
        <translation>{says} · cambia el plan que tienes</translation>
    </message>
    <message>
        <source>Take 1 plan</source>
        <translation>Tomar 1 plan</translation>
    </message>
    <message>
        <source>Take {count} plans</source>
        <translation>Tomar {count} planes</translation>
    </message>
    <message>
        <source>What sets it off</source>
        <translation>Qué lo pone en marcha</translation>
    </message>
    <message>
        <source>quiet from</source>
        <translation>calma desde las</translation>
    </message>
    <message>
        <source>until bed at</source>
        <translation>hasta acostarte a las</translation>
    </message>
    <message>
        <source>last screens at</source>
        <translation>últimas pantallas a las</translation>
    </message>
    <message>
        <source>first ones at</source>
        <translation>las primeras a las</translation>
    </message>
    <message>
        <source>Keep this plan</source>
        <translation>Conservar este plan</translation>
    </message>
    <message>
        <source>It comes no more: all its dates are over.</source>
        <translation>Ya no llega: todas sus fechas han pasado.</translation>
    </message>
    <message>
        <source>It comes by use, not by the clock.</source>
        <translation>Llega según el uso, no según el reloj.</translation>
    </message>
    <message>
        <source>Say what it is called.</source>
        <translation>Di cómo se llama.</translation>
    </message>
    <message>
        <source>There is a plan of that name already.</source>
        <translation>Ya hay un plan con ese nombre.</translation>
    </message>
    <message>
        <source>Pause from</source>
        <translation>Pausa desde</translation>
    </message>
    <message>
        <source>Add pause</source>
        <translation>Añadir una pausa</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausas</translation>
    </message>
    <message>
        <source>Both days are included.</source>
        <translation>Ambos días incluidos.</translation>
    </message>
    <message>
        <source>rests {first} – {last}</source>
        <translation>descansa {first} – {last}</translation>
    </message>
    <message>
        <source>not on {day}</source>
        <translation>no el {day}</translation>
    </message>
    <message>
        <source>Not on public holidays ({country})</source>
        <translation>No en festivos ({country})</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>a walk along the river, say</source>
        <translation>un paseo por el río, por ejemplo</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>nadie en particular</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>The screen says so while it lasts.</source>
        <translation>La pantalla lo dice mientras dura.</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Con quién</translation>
    </message>
    <message>
        <source>Kept, it counts as time spent together.</source>
        <translation>Si se cumple, cuenta como tiempo juntos.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>How firmly</source>
        <translation>Con qué firmeza</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Empezar ahora</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Hoy no</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>I need my computer</source>
        <translation>Necesito mi equipo</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Saltar esta</translation>
    </message>
    <message>
        <source>Unplug now</source>
        <translation>Desconectar ahora</translation>
    </message>
    <message>
        <source>Resume reminders</source>
        <translation>Reanudar los avisos</translation>
    </message>
    <message>
        <source>No device-free time is planned.</source>
        <translation>No hay ningún tiempo sin pantallas planeado.</translation>
    </message>
    <message>
        <source>In {minutes} min instead</source>
        <translation>Mejor en {minutes} min</translation>
    </message>
    <message>
        <source>Do not skip {title}</source>
        <translation>No saltar {title}</translation>
    </message>
    <message>
        <source>Reminders are paused until {when}.</source>
        <translation>Los avisos descansan hasta {when}.</translation>
    </message>
    <message>
        <source>For {length}</source>
        <translation>Durante {length}</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Hasta las {time}</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Plan nuevo</translation>
    </message>
    <message>
        <source>{plan} was removed</source>
        <translation>se quitó {plan}</translation>
    </message>
    <message>
        <source>Import plans from a calendar</source>
        <translation>Importar planes de un calendario</translation>
    </message>
    <message>
        <source>Calendars (*.ics);;All files (*)</source>
        <translation>Calendarios (*.ics);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>Importar un calendario</translation>
    </message>
    <message>
        <source>Export plans as a calendar</source>
        <translation>Exportar planes como calendario</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendarios (*.ics)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Escrito en {file}</translation>
    </message>
    <message>
        <source>{text}; without {plans}, which follow use</source>
        <translation>{text}; sin {plans}, que siguen el uso</translation>
    </message>
    <message>
        <source>Edit plan</source>
        <translation>Editar plan</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Hacer un plan</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>Aún no hay planes</translation>
    </message>
    <message>
        <source>A plan brings device-free time by itself: every Saturday morning, say, or ten minutes after each fifty at the screen.</source>
        <translation>Un plan trae tiempo sin pantallas por sí solo: cada sábado por la mañana, por ejemplo, o diez minutos por cada cincuenta de pantalla.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Planes</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Cómo fue</translation>
    </message>
    <message>
        <source>Sessions appear here when they are over.</source>
        <translation>Aquí aparecen los ratos sin pantallas cuando terminan.</translation>
    </message>
    <message>
        <source>{title} with {person}</source>
        <translation>{title} con {person}</translation>
    </message>
    <message>
        <source>How did it feel?</source>
        <translation>¿Cómo te sentiste?</translation>
    </message>
    <message>
        <source>How did it feel: {title}</source>
        <translation>Cómo te sentiste: {title}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>El</translation>
    </message>
    <message>
        <source>{plan}: on</source>
        <translation>{plan}: activado</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>{purpose} with {person}</source>
        <translation>{purpose} con {person}</translation>
    </message>
    <message>
        <source>It comes on</source>
        <translation>Llega el</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Leave out {when}</source>
        <translation>Quitar {when}</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Time of use</source>
        <translation>Tiempo de uso</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>Tiempo de pausa</translation>
    </message>
    <message>
        <source>A longer one</source>
        <translation>Una más larga</translation>
    </message>
    <message>
        <source>Every how many breaks</source>
        <translation>Cada cuántas pausas</translation>
    </message>
    <message>
        <source>Time off of a long break</source>
        <translation>Tiempo de una pausa larga</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después de</translation>
    </message>
    <message>
        <source>of use,</source>
        <translation>de uso,</translation>
    </message>
    <message>
        <source>off.</source>
        <translation>libres.</translation>
    </message>
    <message>
        <source>every</source>
        <translation>cada</translation>
    </message>
    <message>
        <source>breaks,</source>
        <translation>pausas,</translation>
    </message>
    <message>
        <source>Only time at the screen counts. A break of your own that is long enough counts as taken.</source>
        <translation>Solo cuenta el tiempo de pantalla. Una pausa tuya lo bastante larga cuenta como hecha.</translation>
    </message>
    <message>
        <source>On which evenings</source>
        <translation>Qué noches</translation>
    </message>
    <message>
        <source>On which day it ends</source>
        <translation>Qué día termina</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>el mismo día</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>al día siguiente</translation>
    </message>
    <message>
        <source>{days} days later</source>
        <translation>{days} días después</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>kept, {kept}</source>
        <translation>cumplido, {kept}</translation>
    </message>
    <message>
        <source>moved by {moved}, kept {kept}</source>
        <translation>aplazado {moved}, cumplido {kept}</translation>
    </message>
    <message>
        <source>ended early, after {kept} of {meant}</source>
        <translation>terminado antes, tras {kept} de {meant}</translation>
    </message>
    <message>
        <source>kept away from the screen, {kept}</source>
        <translation>lejos de la pantalla, {kept}</translation>
    </message>
    <message>
        <source>a break of your own, {kept}</source>
        <translation>una pausa tuya, {kept}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>saltado</translation>
    </message>
    <message>
        <source>gave way to something else</source>
        <translation>dejó paso a otra cosa</translation>
    </message>
    <message>
        <source>offered, and let pass</source>
        <translation>ofrecido, y lo dejaste pasar</translation>
    </message>
    <message>
        <source>not seen: unplug did not run</source>
        <translation>no visto: unplug no estaba en marcha</translation>
    </message>
    <message>
        <source>needed the computer</source>
        <translation>hacía falta el equipo</translation>
    </message>
    <message>
        <source>it waited for the end of {reasons}</source>
        <translation>esperó a que terminara: {reasons}</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>una llamada</translation>
    </message>
    <message>
        <source>your use of the camera</source>
        <translation>tu uso de la cámara</translation>
    </message>
    <message>
        <source>your use of the microphone</source>
        <translation>tu uso del micrófono</translation>
    </message>
    <message>
        <source>screen sharing</source>
        <translation>pantalla compartida</translation>
    </message>
    <message>
        <source>a full-screen app</source>
        <translation>una aplicación a pantalla completa</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>una presentación</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>no molestar</translation>
    </message>
    <message>
        <source>a meeting</source>
        <translation>una reunión</translation>
    </message>
    <message>
        <source>an app you chose</source>
        <translation>una aplicación que elegiste</translation>
    </message>
    <message>
        <source>time on battery</source>
        <translation>tiempo con batería</translation>
    </message>
    <message>
        <source>a pause of reminders</source>
        <translation>una pausa de los avisos</translation>
    </message>
    <message>
        <source>{feeling} – {note}</source>
        <translation>{feeling} – {note}</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Hoy, {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>Ayer, {time}</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{day}, {start}–{end}</source>
        <translation>{day}, {start}–{end}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>rests until {day}</source>
        <translation>descansa hasta {day}</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>hoy, {time}</translation>
    </message>
    <message>
        <source>next: {when}</source>
        <translation>próximo: {when}</translation>
    </message>
    <message>
        <source>counts your use</source>
        <translation>cuenta tu uso</translation>
    </message>
    <message>
        <source>comes no more</source>
        <translation>ya no llega</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Firme</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>A small strip and a note. Nothing covers the screen.</source>
        <translation>Una pequeña franja y una nota. Nada tapa la pantalla.</translation>
    </message>
    <message>
        <source>Every monitor is covered. Leaving early takes one slow breath and a reason, a few times a week; “I need my computer” is always there.</source>
        <translation>Se cubren todos los monitores. Salir antes cuesta una respiración lenta y un motivo, unas pocas veces por semana; «Necesito mi equipo» está siempre ahí.</translation>
    </message>
    <message>
        <source>As firm, and a trip group you share with hears how it went. unplug cannot lock this computer; it keeps the promise visible.</source>
        <translation>Como «firme», y un grupo de escapada con el que compartes sabe cómo fue. unplug no puede bloquear este equipo; mantiene la promesa a la vista.</translation>
    </message>
    <message>
        <source>By the calendar</source>
        <translation>Según el calendario</translation>
    </message>
    <message>
        <source>After use</source>
        <translation>Según el uso</translation>
    </message>
    <message>
        <source>Evenings</source>
        <translation>Tardes y noches</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>Noches</translation>
    </message>
    <message>
        <source>On days and at times that you choose.</source>
        <translation>Los días y a las horas que elijas.</translation>
    </message>
    <message>
        <source>After so much time at the screen; breaks of your own count.</source>
        <translation>Después de tanto tiempo de pantalla; tus propias pausas cuentan.</translation>
    </message>
    <message>
        <source>The evening gets quiet before you go to bed.</source>
        <translation>La noche se aquieta antes de que te acuestes.</translation>
    </message>
    <message>
        <source>A last and a first hour for screens; between them they rest.</source>
        <translation>Una última y una primera hora para las pantallas; entre ambas descansan.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>one, another, …</source>
        <translation>uno, otro, …</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>by default {default}</source>
        <translation>por defecto {default}</translation>
    </message>
    <message>
        <source>names with commas between; by default none</source>
        <translation>nombres separados por comas; por defecto ninguno</translation>
    </message>
    <message>
        <source>{bounds}; by default {default}</source>
        <translation>{bounds}; por defecto {default}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar un ajuste</translation>
    </message>
    <message>
        <source>Some changes count from the next start of unplug on.</source>
        <translation>Algunos cambios valen desde el próximo arranque de unplug.</translation>
    </message>
    <message>
        <source>No setting is called that</source>
        <translation>Ningún ajuste se llama así</translation>
    </message>
    <message>
        <source>Try another word, or clear the search.</source>
        <translation>Prueba otra palabra o vacía la búsqueda.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Abrir al iniciar sesión</translation>
    </message>
    <message>
        <source>Everything is kept in {folder}.</source>
        <translation>Todo se guarda en {folder}.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Deletes all that was recorded, with every copy and backup: screen time, sessions, people, moods and trips. Settings stay. A single person is forgotten on their own page.</source>
        <translation>Borra todo lo registrado, con cada copia: tiempo de pantalla, ratos sin pantallas, personas, ánimos y escapadas. Los ajustes se quedan. A una sola persona se la olvida en su propia página.</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>Erase everything that was recorded?</source>
        <translation>¿Borrar todo lo registrado?</translation>
    </message>
    <message>
        <source>Nobody can bring it back, unplug neither.</source>
        <translation>Nadie puede recuperarlo, tampoco unplug.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Conservar todo</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>What is counted, and what is never kept.</source>
        <translation>Lo que se cuenta y lo que nunca se guarda.</translation>
    </message>
    <message>
        <source>Idle after</source>
        <translation>Inactivo tras</translation>
    </message>
    <message>
        <source>Without any input for this long you count as idle, from the last input on.</source>
        <translation>Sin tocar nada durante este tiempo cuentas como inactivo, desde lo último que tocaste.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Whether the titles of windows are kept beside the names of apps.</source>
        <translation>Si se guardan los títulos de las ventanas junto al nombre de las aplicaciones.</translation>
    </message>
    <message>
        <source>Excluded apps</source>
        <translation>Aplicaciones excluidas</translation>
    </message>
    <message>
        <source>Apps whose use is counted, but never under their name.</source>
        <translation>Aplicaciones cuyo uso cuenta, pero nunca con su nombre.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>How time is cut into days.</source>
        <translation>Cómo se divide el tiempo en días.</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Empieza a las</translation>
    </message>
    <message>
        <source>When a day starts, local time, so that a late night is still one evening.</source>
        <translation>Cuándo empieza un día, hora local, para que una noche larga siga siendo una sola.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>How long things are kept.</source>
        <translation>Cuánto se guardan las cosas.</translation>
    </message>
    <message>
        <source>Keep spans days</source>
        <translation>Días de tramos sueltos</translation>
    </message>
    <message>
        <source>How long single stretches are kept, 0 for ever; totals by day always stay.</source>
        <translation>Cuánto se guardan los tramos sueltos, 0 para siempre; los totales por día se quedan siempre.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>How many daily copies of the database are kept, 0 for none.</source>
        <translation>Cuántas copias diarias de la base de datos se guardan, 0 para ninguna.</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>copias</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>What the icon shows.</source>
        <translation>Lo que muestra el icono.</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Anillo</translation>
    </message>
    <message>
        <source>Whether a ring round the icon shows today against your usual day.</source>
        <translation>Si un anillo en el icono muestra el día de hoy junto a tu día habitual.</translation>
    </message>
    <message>
        <source>Top apps</source>
        <translation>Aplicaciones principales</translation>
    </message>
    <message>
        <source>How many of today&apos;s apps the menu names.</source>
        <translation>Cuántas aplicaciones de hoy nombra el menú.</translation>
    </message>
    <message>
        <source>apps</source>
        <translation>aplicaciones</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Ratos sin pantallas</translation>
    </message>
    <message>
        <source>What device-free sessions wait for, and what they do to the desktop.</source>
        <translation>A qué esperan los ratos sin pantallas y qué le hacen al escritorio.</translation>
    </message>
    <message>
        <source>Wait in calls</source>
        <translation>Esperar en llamadas</translation>
    </message>
    <message>
        <source>Whether a session waits while an app says that it is in a call.</source>
        <translation>Si un rato sin pantallas espera mientras una aplicación dice estar en una llamada.</translation>
    </message>
    <message>
        <source>Wait for camera</source>
        <translation>Esperar por la cámara</translation>
    </message>
    <message>
        <source>Whether it waits while a camera is in use.</source>
        <translation>Si espera mientras se usa una cámara.</translation>
    </message>
    <message>
        <source>Wait for microphone</source>
        <translation>Esperar por el micrófono</translation>
    </message>
    <message>
        <source>Whether it waits while a microphone is in use.</source>
        <translation>Si espera mientras se usa un micrófono.</translation>
    </message>
    <message>
        <source>Wait while sharing</source>
        <translation>Esperar al compartir</translation>
    </message>
    <message>
        <source>Whether it waits while the screen is shared or recorded.</source>
        <translation>Si espera mientras la pantalla se comparte o se graba.</translation>
    </message>
    <message>
        <source>Wait in full screen</source>
        <translation>Esperar a pantalla completa</translation>
    </message>
    <message>
        <source>Whether it waits while a window fills the screen.</source>
        <translation>Si espera mientras una ventana llena la pantalla.</translation>
    </message>
    <message>
        <source>Wait while presenting</source>
        <translation>Esperar en presentaciones</translation>
    </message>
    <message>
        <source>Whether it waits while slides are shown.</source>
        <translation>Si espera mientras se muestran diapositivas.</translation>
    </message>
    <message>
        <source>Wait in do not disturb</source>
        <translation>Esperar en «no molestar»</translation>
    </message>
    <message>
        <source>Whether it waits while you have do-not-disturb on.</source>
        <translation>Si espera mientras tienes activado «no molestar».</translation>
    </message>
    <message>
        <source>Wait for apps</source>
        <translation>Esperar por aplicaciones</translation>
    </message>
    <message>
        <source>Apps that it waits for while one of them has the focus.</source>
        <translation>Aplicaciones por las que espera mientras una de ellas está en primer plano.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Calendarios</translation>
    </message>
    <message>
        <source>Calendars (.ics files or folders of them) whose meetings it stays out of.</source>
        <translation>Calendarios (archivos .ics o carpetas con ellos) cuyas reuniones respeta.</translation>
    </message>
    <message>
        <source>All day events</source>
        <translation>Eventos de todo el día</translation>
    </message>
    <message>
        <source>Whether events of these calendars without a time of day count, too.</source>
        <translation>Si también cuentan los eventos de esos calendarios sin hora.</translation>
    </message>
    <message>
        <source>Wait on battery</source>
        <translation>Esperar con batería</translation>
    </message>
    <message>
        <source>Whether it waits while the computer runs on its battery.</source>
        <translation>Si espera mientras el equipo va con batería.</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Whether notifications are held back during a session.</source>
        <translation>Si se retienen los avisos de otras aplicaciones mientras dura.</translation>
    </message>
    <message>
        <source>Pause media</source>
        <translation>Pausar lo que suena</translation>
    </message>
    <message>
        <source>Whether what plays is paused when a session begins.</source>
        <translation>Si se pausa lo que suena al empezar.</translation>
    </message>
    <message>
        <source>Screens off</source>
        <translation>Apagar pantallas</translation>
    </message>
    <message>
        <source>Whether the screens go dark a minute into a session of half an hour or more.</source>
        <translation>Si las pantallas se apagan al minuto en ratos de media hora o más.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Whether the screen is locked a minute into such a session.</source>
        <translation>Si la pantalla se bloquea al minuto de empezar.</translation>
    </message>
    <message>
        <source>Skips a week</source>
        <translation>Saltos por semana</translation>
    </message>
    <message>
        <source>How many firm sessions can be skipped in any seven days.</source>
        <translation>Cuántos ratos firmes se pueden saltar en siete días.</translation>
    </message>
    <message>
        <source>skips</source>
        <translation>omisiones</translation>
    </message>
    <message>
        <source>Exits a week</source>
        <translation>Salidas por semana</translation>
    </message>
    <message>
        <source>How many firm sessions can be ended early so; your computer is always yours.</source>
        <translation>Cuántos ratos firmes se pueden terminar antes así; tu equipo siempre es tuyo.</translation>
    </message>
    <message>
        <source>early ends</source>
        <translation>finales anticipados</translation>
    </message>
    <message>
        <source>Ask feeling</source>
        <translation>Preguntar cómo te sentiste</translation>
    </message>
    <message>
        <source>Whether you are asked after a session how it felt.</source>
        <translation>Si se te pregunta después cómo te sentiste.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Whose public holidays count for plans that rest on them.</source>
        <translation>Los festivos de qué país cuentan para los planes que descansan en ellos.</translation>
    </message>
    <message>
        <source>a code like &quot;ES&quot; or &quot;DE-BY&quot;; &quot;&quot; for where you are</source>
        <translation>un código como «ES» o «DE-BY»; vacío: donde estás</translation>
    </message>
    <message>
        <source>Unplug now keys</source>
        <translation>Teclas para desconectar</translation>
    </message>
    <message>
        <source>Keys that begin half an hour of device-free time, whatever has the focus.</source>
        <translation>Teclas que empiezan media hora sin pantallas, esté lo que esté en primer plano.</translation>
    </message>
    <message>
        <source>keys like &quot;Ctrl+Alt+U&quot;; &quot;&quot; for none</source>
        <translation>teclas como «Ctrl+Alt+U»; vacío: ninguna</translation>
    </message>
    <message>
        <source>Postpone keys</source>
        <translation>Teclas para aplazar</translation>
    </message>
    <message>
        <source>Keys that move the session that is announced.</source>
        <translation>Teclas que aplazan el rato anunciado.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>How device-free time looks on the screen.</source>
        <translation>Cómo se ve en la pantalla el tiempo sin pantallas.</translation>
    </message>
    <message>
        <source>Text percent</source>
        <translation>Texto en porcentaje</translation>
    </message>
    <message>
        <source>How large its text is, on top of the desktop&apos;s own size.</source>
        <translation>Cómo de grande es su texto, además del tamaño del escritorio.</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>por ciento</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Whether nothing moves, so that the breathing guide is words alone.</source>
        <translation>Si nada se mueve, de modo que la guía de respiración sea solo palabras.</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Escapadas</translation>
    </message>
    <message>
        <source>Groups that go offline together.</source>
        <translation>Grupos que desconectan juntos.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Whether the keys of trips go into the desktop&apos;s keyring, where there is one.</source>
        <translation>Si las claves de las escapadas van al llavero del escritorio, donde lo haya.</translation>
    </message>
    <message>
        <source>Own broker</source>
        <translation>Bróker propio</translation>
    </message>
    <message>
        <source>A broker on this computer for the trips that you organise.</source>
        <translation>Un bróker en este ordenador para las escapadas que organizas.</translation>
    </message>
    <message>
        <source>Whether this computer listens in the local network while unplug runs, without a password; what passes is sealed.</source>
        <translation>Si este ordenador escucha en la red local mientras funciona unplug, sin contraseña; lo que pasa va sellado.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>On which port it listens.</source>
        <translation>En qué puerto escucha.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>At which of its addresses, where it has several.</source>
        <translation>En cuál de sus direcciones, si tiene varias.</translation>
    </message>
    <message>
        <source>a local address like &quot;192.168.1.5&quot;; &quot;&quot; to find it</source>
        <translation>una dirección local como «192.168.1.5»; vacío: se busca sola</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>The calendar on a server that windows of trips are put into.</source>
        <translation>El calendario en un servidor al que van las ventanas de los viajes.</translation>
    </message>
    <message>
        <source>Url</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Where it is; set by `unplug trip calendar`, which keeps the password, too.</source>
        <translation>Dónde está; lo fija `unplug trip calendar`, que guarda también la contraseña.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>The name by which its server knows you.</source>
        <translation>El nombre con el que su servidor te conoce.</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>A Home Assistant of yours that is told when you are unplugged.</source>
        <translation>Un Home Assistant tuyo al que se le dice cuándo estás desconectado.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>The MQTT broker it listens to; set by `unplug home`, with its password.</source>
        <translation>El broker MQTT que escucha; lo fija `unplug home`, con su contraseña.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>When unplug may suggest somebody to see, and what.</source>
        <translation>Cuándo puede unplug sugerir a quién ver, y qué.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Whether unplug suggests somebody to see when screen time runs high.</source>
        <translation>Si unplug sugiere a quién ver cuando hay mucho tiempo de pantalla.</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>At most so many suggestions a day; in a week there are never more than 5.</source>
        <translation>Como mucho tantas sugerencias al día; en una semana nunca son más de 5.</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>sugerencias</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Calma desde</translation>
    </message>
    <message>
        <source>From when on nothing is suggested, local time.</source>
        <translation>Desde cuándo no se sugiere nada, hora local.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calma hasta</translation>
    </message>
    <message>
        <source>Until when nothing is suggested; the same time twice: no quiet hours.</source>
        <translation>Hasta cuándo no se sugiere nada; dos veces la misma hora: sin horas de calma.</translation>
    </message>
    <message>
        <source>Wind down</source>
        <translation>Ir terminando</translation>
    </message>
    <message>
        <source>Whether any screen time in the late evening counts as high.</source>
        <translation>Si cualquier pantalla a última hora cuenta como mucho.</translation>
    </message>
    <message>
        <source>Wind down at</source>
        <translation>Ir terminando a las</translation>
    </message>
    <message>
        <source>When that late evening begins.</source>
        <translation>Cuándo empieza esa noche tardía.</translation>
    </message>
    <message>
        <source>Limit min</source>
        <translation>Límite en minutos</translation>
    </message>
    <message>
        <source>Screen time a day above which it counts as high, 0 for no such limit.</source>
        <translation>Tiempo de pantalla al día desde el que cuenta como mucho, 0 para no poner límite.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Cost most</source>
        <translation>Coste máximo</translation>
    </message>
    <message>
        <source>What a suggestion may cost: 0 nothing, 1 a coffee, 2 a meal, 3 more.</source>
        <translation>Lo que puede costar una sugerencia: 0 nada, 1 un café, 2 una comida, 3 más.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>an address like &quot;{example}&quot;; &quot;&quot; for none</source>
        <translation>una dirección como «{example}»; vacío: ninguna</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Device-free time is announced</source>
        <translation>Se anuncia tiempo sin pantallas</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>Waits for a better moment.</source>
        <translation>Espera un momento mejor.</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>quedan {left}</translation>
    </message>
    <message>
        <source>In a moment</source>
        <translation>Enseguida</translation>
    </message>
    <message>
        <source>In {left}</source>
        <translation>En {left}</translation>
    </message>
    <message>
        <source>Waits while {reasons}.</source>
        <translation>Espera mientras {reasons}.</translation>
    </message>
    <message>
        <source>you are in a call</source>
        <translation>estás en una llamada</translation>
    </message>
    <message>
        <source>the camera is on</source>
        <translation>la cámara está encendida</translation>
    </message>
    <message>
        <source>the microphone is on</source>
        <translation>el micrófono está encendido</translation>
    </message>
    <message>
        <source>you share your screen</source>
        <translation>compartes tu pantalla</translation>
    </message>
    <message>
        <source>an app is full screen</source>
        <translation>una aplicación está a pantalla completa</translation>
    </message>
    <message>
        <source>you are presenting</source>
        <translation>estás presentando</translation>
    </message>
    <message>
        <source>do not disturb is on</source>
        <translation>«no molestar» está activado</translation>
    </message>
    <message>
        <source>you are in a meeting</source>
        <translation>estás en una reunión</translation>
    </message>
    <message>
        <source>you use an app you chose</source>
        <translation>usas una aplicación que elegiste</translation>
    </message>
    <message>
        <source>the computer is on battery</source>
        <translation>el equipo está con batería</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>+{minutes} min</source>
        <translation>+{minutes} min</translation>
    </message>
    <message>
        <source>After this call</source>
        <translation>Después de esta llamada</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Hoy no</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Save for a calendar</source>
        <translation>Guardar para un calendario</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Archivos de calendario (*.ics)</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>¿Cómo fue?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>How did it feel?</source>
        <translation>¿Cómo te sentiste?</translation>
    </message>
    <message>
        <source>{felt} of 5</source>
        <translation>{felt} de 5</translation>
    </message>
    <message>
        <source>1: not good · 5: very good</source>
        <translation>1: mal · 5: muy bien</translation>
    </message>
    <message>
        <source>Anything to remember?</source>
        <translation>¿Algo que recordar?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planearlo</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Never this person</source>
        <translation>Nunca esta persona</translation>
    </message>
    <message>
        <source>Somebody to see</source>
        <translation>Alguien a quien ver</translation>
    </message>
    <message>
        <source>A quiet corner</source>
        <translation>Un rincón tranquilo</translation>
    </message>
    <message>
        <source>Lunch time</source>
        <translation>A la hora de comer</translation>
    </message>
    <message>
        <source>After work</source>
        <translation>Después del trabajo</translation>
    </message>
    <message>
        <source>Evenings</source>
        <translation>Por la noche</translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation>Los fines de semana</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Other times</source>
        <translation>Otras horas</translation>
    </message>
    <message>
        <source>Pause for four weeks</source>
        <translation>Pausar cuatro semanas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>How would you like suggestions?</source>
        <translation>¿Cómo quieres las sugerencias?</translation>
    </message>
    <message>
        <source>Three went unanswered. What you say holds until you say otherwise; you are not asked again.</source>
        <translation>Tres quedaron sin respuesta. Lo que digas vale hasta que digas otra cosa; no se te preguntará más.</translation>
    </message>
    <message>
        <source>When are suggestions welcome?</source>
        <translation>¿Cuándo son bienvenidas las sugerencias?</translation>
    </message>
    <message>
        <source>At most one a day, never in quiet hours or in the middle of something. Empty: at any other time.</source>
        <translation>Una al día como mucho, nunca en horas tranquilas ni en mitad de algo. Vacío: a cualquier otra hora.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>When are you usually free?</source>
        <translation>¿Cuándo sueles estar libre?</translation>
    </message>
    <message>
        <source>If you like. It spares you times that never suit you.</source>
        <translation>Si quieres. Te ahorra horas que nunca te van bien.</translation>
    </message>
    <message>
        <source>When is each close friend usually free?</source>
        <translation>¿Cuándo suele estar libre cada amigo cercano?</translation>
    </message>
    <message>
        <source>Once there are people in your close circle, their names stand here.</source>
        <translation>Cuando haya personas en tu círculo cercano, sus nombres estarán aquí.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Be device-free meanwhile</source>
        <translation>Mientras tanto, sin pantallas</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cuánto tiempo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The words are yours: nothing is written.</source>
        <translation>Las palabras son tuyas: no hay nada escrito.</translation>
    </message>
    <message>
        <source>Save for a calendar …</source>
        <translation>Guardar para un calendario…</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Escribir un correo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>When and with whom</source>
        <translation>Cuándo y con quién</translation>
    </message>
    <message>
        <source>Suggest somebody</source>
        <translation>Sugerir a alguien</translation>
    </message>
    <message>
        <source>Nobody is suggested at present.</source>
        <translation>Ahora mismo no se sugiere a nadie.</translation>
    </message>
    <message>
        <source>{person}: {step}</source>
        <translation>{person}: {step}</translation>
    </message>
    <message>
        <source>{step} with {person}</source>
        <translation>{step} con {person}</translation>
    </message>
    <message>
        <source>{day}, {start} to {end}</source>
        <translation>{day}, de {start} a {end}</translation>
    </message>
    <message>
        <source>Easy first: say hello to {person}.</source>
        <translation>Primero lo fácil: saluda a {person}.</translation>
    </message>
    <message>
        <source>You last talked about: {topic}.</source>
        <translation>La última vez hablasteis de: {topic}.</translation>
    </message>
    <message>
        <source>A question to bring along: {question}</source>
        <translation>Una pregunta para llevar: {question}</translation>
    </message>
    <message>
        <source>Did you and {person} talk?</source>
        <translation>¿Hablasteis {person} y tú?</translation>
    </message>
    <message>
        <source>Did you and {person} meet?</source>
        <translation>¿Os visteis {person} y tú?</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>Este día</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation>Margen habitual</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>At the screen</source>
        <translation>Ante la pantalla</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>{start}–{end}</source>
        <translation>{start}–{end}</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta las {time}</translation>
    </message>
    <message>
        <source>No device-free time planned</source>
        <translation>Ningún tiempo sin pantallas planeado</translation>
    </message>
    <message>
        <source>Plan some, or start a session whenever you like.</source>
        <translation>Planea alguno, o empieza cuando quieras.</translation>
    </message>
    <message>
        <source>{day}, {start}–{end}</source>
        <translation>{day}, {start}–{end}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Against your usual</source>
        <translation>Comparado con lo habitual</translation>
    </message>
    <message>
        <source>Nothing was recorded on this day</source>
        <translation>Ese día no se registró nada</translation>
    </message>
    <message>
        <source>Screen time appears here by itself, from the first minute on; your usual shows after three days.</source>
        <translation>El tiempo de pantalla aparece aquí solo, desde el primer minuto; lo habitual se muestra a los tres días.</translation>
    </message>
    <message>
        <source>Longest time at the screen without a break</source>
        <translation>Mayor tiempo de pantalla sin pausa</translation>
    </message>
    <message>
        <source>First app after coming back</source>
        <translation>Primera aplicación al volver</translation>
    </message>
    <message>
        <source>{duration} of screen time, {usual}.</source>
        <translation>{duration} de pantalla, {usual}.</translation>
    </message>
    <message>
        <source>Hour by hour</source>
        <translation>Hora a hora</translation>
    </message>
    <message>
        <source>Whole bar: active. Half a bar: watching. Line: away. Dotted: locked or off the record. Hatched: device-free.</source>
        <translation>Barra entera: activo. Media barra: viendo. Línea: ausente. Punteado: bloqueado o sin registrar. Rayado: sin pantallas.</translation>
    </message>
    <message>
        <source>your usual shows after three such days</source>
        <translation>lo habitual se muestra tras tres días así</translation>
    </message>
    <message>
        <source>usually {duration} on such a day</source>
        <translation>{duration} habitualmente en un día así</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Abrir al iniciar sesión</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Empezar ahora</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Hoy no</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>I need my computer</source>
        <translation>Necesito mi equipo</translation>
    </message>
    <message>
        <source>Unplug now</source>
        <translation>Desconectar ahora</translation>
    </message>
    <message>
        <source>Pause reminders</source>
        <translation>Pausar los avisos</translation>
    </message>
    <message>
        <source>Skip {title}</source>
        <translation>Saltar {title}</translation>
    </message>
    <message>
        <source>Do not skip {title}</source>
        <translation>No saltar {title}</translation>
    </message>
    <message>
        <source>In {minutes} min instead</source>
        <translation>Mejor en {minutes} min</translation>
    </message>
    <message>
        <source>Resume reminders (paused until {when})</source>
        <translation>Reanudar los avisos (en pausa hasta {when})</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Hasta las {time}</translation>
    </message>
    <message>
        <source>For {length}</source>
        <translation>Durante {length}</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>{title} · {left} left, until {time}</source>
        <translation>{title} · quedan {left}, hasta las {time}</translation>
    </message>
    <message>
        <source>{title} · in {left}</source>
        <translation>{title} · en {left}</translation>
    </message>
    <message>
        <source>{title} · {left} left, if you like</source>
        <translation>{title} · quedan {left}, si te apetece</translation>
    </message>
    <message>
        <source>{title} · {reasons}</source>
        <translation>{title} · {reasons}</translation>
    </message>
    <message>
        <source>{title} · in a moment</source>
        <translation>{title} · enseguida</translation>
    </message>
    <message>
        <source>Next: {title}, {when}</source>
        <translation>Próximo: {title}, {when}</translation>
    </message>
    <message>
        <source>Pause tracking</source>
        <translation>Pausar el registro</translation>
    </message>
    <message>
        <source>Resume tracking</source>
        <translation>Reanudar el registro</translation>
    </message>
    <message>
        <source>How are you?</source>
        <translation>¿Cómo estás?</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planearlo</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Never this person</source>
        <translation>Nunca esta persona</translation>
    </message>
    <message>
        <source>{person}: {step}, {when}</source>
        <translation>{person}: {step}, {when}</translation>
    </message>
    <message>
        <source>Log a meeting…</source>
        <translation>Anotar un encuentro…</translation>
    </message>
    <message>
        <source>Do you take part?…</source>
        <translation>¿Participas?…</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Escapada</translation>
    </message>
    <message>
        <source>{name} · offline together {when}</source>
        <translation>{name} · juntos sin conexión {when}</translation>
    </message>
    <message>
        <source>{name} · together until {when}</source>
        <translation>{name} · juntos hasta {when}</translation>
    </message>
    <message>
        <source>{name} · waiting to be let in</source>
        <translation>{name} · esperando que te dejen entrar</translation>
    </message>
    <message>
        <source>{name} · look back together</source>
        <translation>{name} · mirar atrás juntos</translation>
    </message>
    <message>
        <source>{name} · no time is set yet</source>
        <translation>{name} · aún sin hora fijada</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Put away before it begins</source>
        <translation>Guardar antes de empezar</translation>
    </message>
    <message>
        <source>Phones into the basket</source>
        <translation>Los móviles, a la cesta</translation>
    </message>
    <message>
        <source>Do together</source>
        <translation>Hacer juntos</translation>
    </message>
    <message>
        <source>Cook for everybody</source>
        <translation>Cocinar para todos</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Sin hacer</translation>
    </message>
    <message>
        <source>Join in</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarla</translation>
    </message>
    <message>
        <source>Strike off</source>
        <translation>Tachar</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Círculos</translation>
    </message>
    <message>
        <source>Drawn by lot, the same on everybody&apos;s computer; nobody can choose.</source>
        <translation>Por sorteo, igual en todos los equipos; nadie puede elegir.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Sortear de nuevo</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Esta noche</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Mirando atrás</translation>
    </message>
    <message>
        <source>{sharing} share it: {fully} kept it, {partly} partly, {not} not</source>
        <translation>{sharing} lo comparten: {fully} lo cumplieron, {partly} en parte, {not} no</translation>
    </message>
    <message>
        <source>How was it today?</source>
        <translation>¿Cómo fue hoy?</translation>
    </message>
    <message>
        <source>Your part of the recap</source>
        <translation>Tu parte del resumen</translation>
    </message>
    <message>
        <source>Share with the group</source>
        <translation>Compartir con el grupo</translation>
    </message>
    <message>
        <source>How did you keep it?</source>
        <translation>¿Cómo lo cumpliste?</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>En parte</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>A new trip</source>
        <translation>Una escapada nueva</translation>
    </message>
    <message>
        <source>A group agrees on a time to be offline together. There is no account: what you agree on stays on your computers.</source>
        <translation>Un grupo acuerda un tiempo para desconectar juntos. No hay cuenta: lo que acordáis se queda en vuestros equipos.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>Weekend by the lake</source>
        <translation>Fin de semana en el lago</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>¿Cómo se llama?</translation>
    </message>
    <message>
        <source>The others see this name.</source>
        <translation>Los demás ven este nombre.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>I have an invite</source>
        <translation>Tengo una invitación</translation>
    </message>
    <message>
        <source>Paste the link that you were sent, or open the file. The organiser then sees that you ask to join.</source>
        <translation>Pega el enlace que te enviaron o abre el archivo. Quien organiza verá que pides entrar.</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>Pedir entrar</translation>
    </message>
    <message>
        <source>The invite</source>
        <translation>La invitación</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Open an invite</source>
        <translation>Abrir una invitación</translation>
    </message>
    <message>
        <source>Who is in</source>
        <translation>Quién está</translation>
    </message>
    <message>
        <source>{name} asks to join</source>
        <translation>{name} pide entrar</translation>
    </message>
    <message>
        <source>Read these words to each other: {words}</source>
        <translation>Leeos estas palabras: {words}</translation>
    </message>
    <message>
        <source>Let {name} in</source>
        <translation>Dejar entrar a {name}</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Dejar entrar</translation>
    </message>
    <message>
        <source>holds the plan</source>
        <translation>tiene el plan</translation>
    </message>
    <message>
        <source>Let lead</source>
        <translation>Dejar organizar</translation>
    </message>
    <message>
        <source>Let {name} lead the trip</source>
        <translation>Que {name} organice la escapada</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {name} from the trip</source>
        <translation>Quitar a {name} de la escapada</translation>
    </message>
    <message>
        <source>Really?</source>
        <translation>¿De verdad?</translation>
    </message>
    <message>
        <source>When could it be?</source>
        <translation>¿Cuándo podría ser?</translation>
    </message>
    <message>
        <source>Your vote on proposal {n}</source>
        <translation>Tu voto a la propuesta {n}</translation>
    </message>
    <message>
        <source>Make it the window</source>
        <translation>Fijar esta hora</translation>
    </message>
    <message>
        <source>Take back proposal {n}</source>
        <translation>Retirar la propuesta {n}</translation>
    </message>
    <message>
        <source> · your vote is saved</source>
        <translation> · tu voto está guardado</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Offline together</source>
        <translation>Juntos sin conexión</translation>
    </message>
    <message>
        <source>until it begins</source>
        <translation>hasta que empiece</translation>
    </message>
    <message>
        <source>left; see you on the other side</source>
        <translation>faltan; nos vemos al otro lado</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Cancelarlo</translation>
    </message>
    <message>
        <source>You said: not this time. A changed window will ask you again.</source>
        <translation>Dijiste: esta vez no. Si cambia la hora, se te preguntará de nuevo.</translation>
    </message>
    <message>
        <source>Your answer is saved: {answer}.</source>
        <translation>Tu respuesta está guardada: {answer}.</translation>
    </message>
    <message>
        <source>Do you take part?</source>
        <translation>¿Participas?</translation>
    </message>
    <message>
        <source>How hard it is to leave</source>
        <translation>Lo difícil que es salir</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Firme</translation>
    </message>
    <message>
        <source>A promise to the group</source>
        <translation>Una promesa al grupo</translation>
    </message>
    <message>
        <source>What the others see of it</source>
        <translation>Lo que ven los demás</translation>
    </message>
    <message>
        <source>My answer only</source>
        <translation>Solo mi respuesta</translation>
    </message>
    <message>
        <source>Kept, partly or not</source>
        <translation>Cumplido, en parte o no</translation>
    </message>
    <message>
        <source>Also about how much</source>
        <translation>También más o menos cuánto</translation>
    </message>
    <message>
        <source>Totals show once three share; whoever says nothing is counted as “not shared”. Everything is deleted 30 days after.</source>
        <translation>Los totales se muestran cuando comparten tres; quien no dice nada cuenta como «no compartido». Todo se borra a los 30 días.</translation>
    </message>
    <message>
        <source>The invite as a code to scan</source>
        <translation>La invitación como código para escanear</translation>
    </message>
    <message>
        <source>Invite the others</source>
        <translation>Invitar a los demás</translation>
    </message>
    <message>
        <source>Send a link, show the code or hand over a file. As long as you let each of them in, whoever else gets hold of it can only ask.</source>
        <translation>Envía un enlace, muestra el código o entrega un archivo. Mientras dejes entrar tú a cada persona, quien más lo consiga solo puede pedirlo.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>For one person</source>
        <translation>Para una persona</translation>
    </message>
    <message>
        <source>One link for all</source>
        <translation>Un enlace para todos</translation>
    </message>
    <message>
        <source>Letting in</source>
        <translation>Dejar entrar</translation>
    </message>
    <message>
        <source>I let each of them in</source>
        <translation>Yo dejo entrar a cada uno</translation>
    </message>
    <message>
        <source>Whoever has it comes in</source>
        <translation>Entra quien la tenga</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>Válida por</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Un día</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Una semana</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>Make an invite</source>
        <translation>Hacer una invitación</translation>
    </message>
    <message>
        <source>Saved; send it as you like.</source>
        <translation>Guardado; envíalo como quieras.</translation>
    </message>
    <message>
        <source>The invite&apos;s link</source>
        <translation>El enlace de la invitación</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>It names this computer in your local network. Whoever is elsewhere needs another way, such as a folder.</source>
        <translation>Nombra este ordenador en tu red local. Quien esté en otro sitio necesita otra vía, como una carpeta.</translation>
    </message>
    <message>
        <source>A new one for each person: make it again.</source>
        <translation>Una nueva para cada persona: hazla otra vez.</translation>
    </message>
    <message>
        <source>Copied; paste it into a message.</source>
        <translation>Copiado; pégalo en un mensaje.</translation>
    </message>
    <message>
        <source>Save the invite</source>
        <translation>Guardar la invitación</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Escapadas</translation>
    </message>
    <message>
        <source>All trips</source>
        <translation>Todas las escapadas</translation>
    </message>
    <message>
        <source>A trip</source>
        <translation>Una escapada</translation>
    </message>
    <message>
        <source>You have asked to join</source>
        <translation>Has pedido entrar</translation>
    </message>
    <message>
        <source>Save for your calendar</source>
        <translation>Guardar para tu calendario</translation>
    </message>
    <message>
        <source>A group of 3 to 15 agrees on a time, everybody unplugs at the same moment, and afterwards you look back together. No account, no server.</source>
        <translation>Un grupo de 3 a 15 acuerda una hora, todos desconectan en el mismo momento y después miráis atrás juntos. Sin cuenta, sin servidor.</translation>
    </message>
    <message>
        <source>Plan a trip</source>
        <translation>Planear una escapada</translation>
    </message>
    <message>
        <source>Be offline together</source>
        <translation>Desconectar juntos</translation>
    </message>
    <message>
        <source>From my other computer</source>
        <translation>Desde mi otro ordenador</translation>
    </message>
    <message>
        <source>Plan another trip</source>
        <translation>Planear otra escapada</translation>
    </message>
    <message>
        <source>no time is set yet</source>
        <translation>aún sin hora fijada</translation>
    </message>
    <message>
        <source>Propose a time</source>
        <translation>Proponer una hora</translation>
    </message>
    <message>
        <source>Propose as many times as you like; everybody votes on each. Times are those of the place.</source>
        <translation>Propón tantas horas como quieras; todos votan cada una. Son horas del lugar.</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>The hut by the lake</source>
        <translation>La cabaña junto al lago</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Whose clock</source>
        <translation>Qué reloj</translation>
    </message>
    <message>
        <source>Where (if you like)</source>
        <translation>Dónde (si quieres)</translation>
    </message>
    <message>
        <source>Give an end after the start, and a known zone.</source>
        <translation>Pon un final posterior al comienzo y una zona conocida.</translation>
    </message>
    <message>
        <source>{length} offline.</source>
        <translation>{length} sin conexión.</translation>
    </message>
    <message>
        <source>How it travels</source>
        <translation>Cómo viaja</translation>
    </message>
    <message>
        <source>Nothing is sent before you choose a way. Everything goes out sealed: whoever carries it sees noise.</source>
        <translation>No se envía nada antes de que elijas una vía. Todo sale sellado: quien lo lleva solo ve ruido.</translation>
    </message>
    <message>
        <source>Send this way…</source>
        <translation>Enviar así…</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Lo que sale de este equipo</translation>
    </message>
    <message>
        <source>What leaves this computer, word for word</source>
        <translation>Lo que sale de este equipo, palabra por palabra</translation>
    </message>
    <message>
        <source>May this leave your computer?</source>
        <translation>¿Puede salir esto de tu ordenador?</translation>
    </message>
    <message>
        <source>What is listed here goes out now, sealed for the group; from then on whatever you do in this trip, of the kinds listed below it.</source>
        <translation>Lo que aparece en la lista sale ahora, sellado para el grupo; desde entonces, lo que hagas en este viaje, de los tipos que figuran debajo.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Enviarlo</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>No enviar nada</translation>
    </message>
    <message>
        <source>Removed: {place}. What lies there stays there.</source>
        <translation>Quitado: {place}. Lo que hay allí se queda allí.</translation>
    </message>
    <message>
        <source>Saved; hand it on to the others.</source>
        <translation>Guardado; pásalo a los demás.</translation>
    </message>
    <message>
        <source>Taken in: {count} new.</source>
        <translation>Recibido: {count} nuevos.</translation>
    </message>
    <message>
        <source>A folder that all of you sync, such as a shared drive or Syncthing. No server needed.</source>
        <translation>Una carpeta que todos sincronizáis, como una unidad compartida o Syncthing. No hace falta servidor.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Through a folder</source>
        <translation>Por una carpeta</translation>
    </message>
    <message>
        <source>Over a broker</source>
        <translation>Por un bróker</translation>
    </message>
    <message>
        <source>From hand to hand</source>
        <translation>De mano en mano</translation>
    </message>
    <message>
        <source>A file that you give each other, on a stick or by mail.</source>
        <translation>Un archivo que os dais unos a otros, en un lápiz USB o por correo.</translation>
    </message>
    <message>
        <source>An MQTT broker, if you want it live. A password is kept with your keys.</source>
        <translation>Un bróker MQTT, si lo quieres al instante. La contraseña se guarda con tus claves.</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Su dirección</translation>
    </message>
    <message>
        <source>Who vouches for the broker</source>
        <translation>Quién responde por el bróker</translation>
    </message>
    <message>
        <source>A CA&apos;s certificate (PEM), where the broker&apos;s own is not one that this computer trusts anyway.</source>
        <translation>El certificado de una CA (PEM), si este ordenador no confía ya en el del bróker.</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>Tu certificado</translation>
    </message>
    <message>
        <source>Only if the broker asks for one (PEM).</source>
        <translation>Solo si el bróker pide uno (PEM).</translation>
    </message>
    <message>
        <source>The key of your certificate</source>
        <translation>La clave de tu certificado</translation>
    </message>
    <message>
        <source>Without a password (PEM); empty if it is in the same file.</source>
        <translation>Sin contraseña (PEM); vacío si está en el mismo archivo.</translation>
    </message>
    <message>
        <source>More: certificates</source>
        <translation>Más: certificados</translation>
    </message>
    <message>
        <source>Without certificates</source>
        <translation>Sin certificados</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>Usar este bróker</translation>
    </message>
    <message>
        <source>On another computer of yours</source>
        <translation>En otro ordenador tuyo</translation>
    </message>
    <message>
        <source>There you are the same member, and whatever you do on one is on the other once both have synced. Save a file, open it there under “From my other computer”, and type the six words that are shown here.</source>
        <translation>Allí eres el mismo miembro, y lo que hagas en uno está en el otro cuando ambos se hayan sincronizado. Guarda un archivo, ábrelo allí en «Desde mi otro ordenador» y escribe las seis palabras que se muestran aquí.</translation>
    </message>
    <message>
        <source>Save a file…</source>
        <translation>Guardar un archivo…</translation>
    </message>
    <message>
        <source>Your computers in this trip</source>
        <translation>Tus ordenadores en esta escapada</translation>
    </message>
    <message>
        <source>Saved as {file}. Whoever has both the file and the words is you in this trip: take them there separately, and delete the file afterwards. It is good until {day}.</source>
        <translation>Guardado como {file}. Quien tenga el archivo y las palabras eres tú en esta escapada: llévalos por separado y borra después el archivo. Vale hasta el {day}.</translation>
    </message>
    <message>
        <source>The six words, shown only now:</source>
        <translation>Las seis palabras, solo se muestran ahora:</translation>
    </message>
    <message>
        <source>The six words</source>
        <translation>Las seis palabras</translation>
    </message>
    <message>
        <source>Take out {device}</source>
        <translation>Sacar {device}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>Take this computer out of the trip?</source>
        <translation>¿Sacar este ordenador de la escapada?</translation>
    </message>
    <message>
        <source>It can write no more, and reads nothing that comes after. What it wrote stays. To have it back, you save a new file.</source>
        <translation>Ya no podrá escribir ni leerá nada de lo que venga después. Lo que escribió se queda. Para recuperarlo, guarda un archivo nuevo.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Sacarlo</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Save a file for your other computer</source>
        <translation>Guardar un archivo para tu otro ordenador</translation>
    </message>
    <message>
        <source>There, open the trip and choose “On another computer…”. It saves a file and shows six words.</source>
        <translation>Allí, abre la escapada y elige «En otro ordenador…». Guarda un archivo y muestra seis palabras.</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Seguir aquí</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>El archivo</translation>
    </message>
    <message>
        <source>The first four letters of each are enough.</source>
        <translation>Bastan las cuatro primeras letras de cada una.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este ordenador</translation>
    </message>
    <message>
        <source>Another computer ({device})</source>
        <translation>Otro ordenador ({device})</translation>
    </message>
    <message>
        <source>Another computer ({device}), not heard of yet</source>
        <translation>Otro ordenador ({device}), aún sin noticias</translation>
    </message>
    <message>
        <source>Choose a folder that all of you sync</source>
        <translation>Elige una carpeta que todos sincronizáis</translation>
    </message>
    <message>
        <source>Save the trip</source>
        <translation>Guardar la escapada</translation>
    </message>
    <message>
        <source>Open a trip file</source>
        <translation>Abrir un archivo de escapada</translation>
    </message>
    <message>
        <source>Remove {place}</source>
        <translation>Quitar {place}</translation>
    </message>
    <message>
        <source>This computer&apos;s own broker, {place}</source>
        <translation>El bróker propio de este ordenador, {place}</translation>
    </message>
    <message>
        <source>Last succeeded: {last}</source>
        <translation>Última vez con éxito: {last}</translation>
    </message>
    <message>
        <source>{place}: {error}. Last succeeded: {last}</source>
        <translation>{place}: {error}. Último éxito: {last}</translation>
    </message>
    <message>
        <source>{place}: last succeeded {last}</source>
        <translation>{place}: último éxito {last}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Nothing but these kinds of things ever leaves:</source>
        <translation>Solo sale este tipo de cosas:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Cuenta atrás</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Mirar atrás</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Votar</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitar</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>The window was called off.</source>
        <translation>El tiempo juntos se ha cancelado.</translation>
    </message>
    <message>
        <source>Nothing begins. Another one will ask you again.</source>
        <translation>No empieza nada. Si hay otro, se te preguntará de nuevo.</translation>
    </message>
    <message>
        <source>Nothing is proposed yet.</source>
        <translation>Aún no hay propuestas.</translation>
    </message>
    <message>
        <source>Your votes are saved.</source>
        <translation>Tus votos están guardados.</translation>
    </message>
    <message>
        <source>The organiser makes one of them the window.</source>
        <translation>Quien organiza fija una de ellas.</translation>
    </message>
    <message>
        <source>Say which of these suit you.</source>
        <translation>Di cuáles te vienen bien.</translation>
    </message>
    <message>
        <source>“If need be” helps where nothing suits everybody.</source>
        <translation>«Si hace falta» ayuda cuando nada les va bien a todos.</translation>
    </message>
    <message>
        <source>Propose another time</source>
        <translation>Proponer otra hora</translation>
    </message>
    <message>
        <source>Invite more</source>
        <translation>Invitar a más</translation>
    </message>
    <message>
        <source>Somebody asks to join.</source>
        <translation>Alguien pide entrar.</translation>
    </message>
    <message>
        <source>Call each other and compare the four words; then let them in.</source>
        <translation>Llamaos y comparad las cuatro palabras; después, déjales entrar.</translation>
    </message>
    <message>
        <source>When could you be offline together?</source>
        <translation>¿Cuándo podríais desconectar juntos?</translation>
    </message>
    <message>
        <source>Propose a few times; everybody votes.</source>
        <translation>Propón algunas horas; todos votan.</translation>
    </message>
    <message>
        <source>Now invite the others.</source>
        <translation>Ahora invita a los demás.</translation>
    </message>
    <message>
        <source>By a link, a code or a file.</source>
        <translation>Por un enlace, un código o un archivo.</translation>
    </message>
    <message>
        <source>The time to vote is over: make one the window.</source>
        <translation>El plazo para votar ha terminado: fija una hora.</translation>
    </message>
    <message>
        <source>{n} of {all} have voted.</source>
        <translation>Han votado {n} de {all}.</translation>
    </message>
    <message>
        <source>You can lock a time at any moment, an hour ahead.</source>
        <translation>Puedes fijar una hora en cualquier momento, con una hora de antelación.</translation>
    </message>
    <message>
        <source>Everybody has voted: make one the window.</source>
        <translation>Todos han votado: fija una.</translation>
    </message>
    <message>
        <source>Everybody is asked once more whether they take part.</source>
        <translation>Se pregunta otra vez a todos si participan.</translation>
    </message>
    <message>
        <source>You are offline together.</source>
        <translation>Estáis juntos sin conexión.</translation>
    </message>
    <message>
        <source>Nothing has to be done here until it is over.</source>
        <translation>No hay que hacer nada aquí hasta que termine.</translation>
    </message>
    <message>
        <source>You were offline together.</source>
        <translation>Estuvisteis juntos sin conexión.</translation>
    </message>
    <message>
        <source>Write something for the others, if you like.</source>
        <translation>Escribe algo para los demás, si te apetece.</translation>
    </message>
    <message>
        <source>The time has changed: do you take part?</source>
        <translation>La hora ha cambiado: ¿participas?</translation>
    </message>
    <message>
        <source>The time is set: do you take part?</source>
        <translation>La hora está fijada: ¿participas?</translation>
    </message>
    <message>
        <source>The others&apos; computers get it when they next sync.</source>
        <translation>Los equipos de los demás lo reciben al sincronizar.</translation>
    </message>
    <message>
        <source>Everybody holds the plan.</source>
        <translation>Todos tienen el plan.</translation>
    </message>
    <message>
        <source>It begins by itself, also without any network.</source>
        <translation>Empieza solo, también sin red.</translation>
    </message>
    <message>
        <source>Where the trip stands</source>
        <translation>Cómo va la escapada</translation>
    </message>
    <message>
        <source>Words arrive that this computer cannot open, since {when}. Ask an organiser whether you are still in the trip.</source>
        <translation>Desde {when} llegan palabras que este ordenador no puede abrir. Pregunta a quien organiza si sigues en la escapada.</translation>
    </message>
    <message>
        <source>It does not travel yet: choose a way.</source>
        <translation>Aún no viaja: elige una vía.</translation>
    </message>
    <message>
        <source>Two copies of a device of {name} wrote side by side, as after a restored backup. All of it counts.</source>
        <translation>Dos copias de un dispositivo de {name} escribieron a la vez, como tras restaurar una copia. Todo cuenta.</translation>
    </message>
    <message>
        <source>On {n} computers of yours; you count once.</source>
        <translation>En {n} ordenadores tuyos; cuentas una vez.</translation>
    </message>
    <message>
        <source>Send and receive…</source>
        <translation>Enviar y recibir…</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Save for your calendar…</source>
        <translation>Guardar para tu calendario…</translation>
    </message>
    <message>
        <source>On another computer…</source>
        <translation>En otro ordenador…</translation>
    </message>
    <message>
        <source>Delete the trip</source>
        <translation>Borrar la escapada</translation>
    </message>
    <message>
        <source>Leave the trip</source>
        <translation>Dejar la escapada</translation>
    </message>
    <message>
        <source>You are not in this trip any more</source>
        <translation>Ya no estás en esta escapada</translation>
    </message>
    <message>
        <source>You have left. Send once more, so that the others know.</source>
        <translation>Te has ido. Envía una vez más, para que los demás lo sepan.</translation>
    </message>
    <message>
        <source>An organiser has removed you from it.</source>
        <translation>Quien organiza te ha quitado.</translation>
    </message>
    <message>
        <source>Delete it here</source>
        <translation>Borrar aquí</translation>
    </message>
    <message>
        <source>Choose how it travels, so that your request gets there. When the organiser calls, read these words to each other; if they are the same, nobody is in between:</source>
        <translation>Elige cómo viaja, para que tu petición llegue. Cuando llame quien organiza, leeos estas palabras; si son las mismas, no hay nadie en medio:</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>de {start} a {end}</translation>
    </message>
    <message>
        <source>{stretch} ({place})</source>
        <translation>{stretch} ({place})</translation>
    </message>
    <message>
        <source>For you: {stretch} ({zone})</source>
        <translation>Para ti: {stretch} ({zone})</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
    </message>
    <message>
        <source>{ready} of {members} hold the plan</source>
        <translation>{ready} de {members} tienen el plan</translation>
    </message>
    <message>
        <source>Not in your calendar as it is: {error}</source>
        <translation>No está así en tu calendario: {error}</translation>
    </message>
    <message>
        <source>You took it out of your calendar; it is not put back.</source>
        <translation>Lo quitaste de tu calendario; no se vuelve a poner.</translation>
    </message>
    <message>
        <source>In your calendar; what was changed there was put right.</source>
        <translation>En tu calendario; lo que se cambió allí se ha corregido.</translation>
    </message>
    <message>
        <source>In your calendar.</source>
        <translation>En tu calendario.</translation>
    </message>
    <message>
        <source>takes part</source>
        <translation>participa</translation>
    </message>
    <message>
        <source>if need be</source>
        <translation>si hace falta</translation>
    </message>
    <message>
        <source>not this time</source>
        <translation>esta vez no</translation>
    </message>
    <message>
        <source>has not answered</source>
        <translation>no ha respondido</translation>
    </message>
    <message>
        <source>leads the trip</source>
        <translation>organiza la escapada</translation>
    </message>
    <message>
        <source>organiser</source>
        <translation>organización</translation>
    </message>
    <message>
        <source>member</source>
        <translation>miembro</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>invitado</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>If need be</source>
        <translation>Si hace falta</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{yes} yes · {maybe} if need be · {no} no</source>
        <translation>{yes} sí · {maybe} si hace falta · {no} no</translation>
    </message>
    <message>
        <source>Votes were wanted until {when}.</source>
        <translation>Se podía votar hasta {when}.</translation>
    </message>
    <message>
        <source>Votes are wanted until {when}.</source>
        <translation>Se puede votar hasta {when}.</translation>
    </message>
    <message>
        <source>The invite has expired. If nobody lets you in, ask for a new one and join again.</source>
        <translation>La invitación ha caducado. Si nadie te deja entrar, pide una nueva y únete otra vez.</translation>
    </message>
    <message>
        <source>The invite holds until {when}.</source>
        <translation>La invitación vale hasta {when}.</translation>
    </message>
    <message>
        <source>Choose: {file}</source>
        <translation>Elegir: {file}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Looking around…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Nothing found: no broker here announces itself. Ask whoever runs it for its address.</source>
        <translation>No se ha encontrado nada: aquí no se anuncia ningún bróker. Pide la dirección a quien lo tenga.</translation>
    </message>
    <message>
        <source>Choose one; nothing is connected yet.</source>
        <translation>Elige uno; aún no hay ninguna conexión.</translation>
    </message>
    <message>
        <source>Look in this network</source>
        <translation>Buscar en esta red</translation>
    </message>
    <message>
        <source>{url}, encrypted</source>
        <translation>{url}, cifrado</translation>
    </message>
    <message>
        <source>{url}, without encryption</source>
        <translation>{url}, sin cifrar</translation>
    </message>
    <message>
        <source>Over this computer</source>
        <translation>Por este ordenador</translation>
    </message>
    <message>
        <source>For a group in one house: this computer is the broker, and no other is needed. The trips that you organise use it by themselves.</source>
        <translation>Para un grupo en una misma casa: este ordenador es el bróker y no hace falta otro. Las escapadas que organizas lo usan por sí solas.</translation>
    </message>
    <message>
        <source>This computer is the broker</source>
        <translation>Este ordenador es el bróker</translation>
    </message>
    <message>
        <source>This computer then listens on port {port} in your local network, without a password; what passes is sealed. It stops when unplug stops.</source>
        <translation>Este ordenador escucha entonces en el puerto {port} de tu red local, sin contraseña; lo que pasa va sellado. Termina cuando termina unplug.</translation>
    </message>
    <message>
        <source>It begins to listen…</source>
        <translation>Empieza a escuchar…</translation>
    </message>
    <message>
        <source>It listens at {place}. Invites name this address.</source>
        <translation>Escucha en {place}. Las invitaciones nombran esta dirección.</translation>
    </message>
    <message>
        <source>It listens at {place}, and others find it as “{name}”. Invites name this address.</source>
        <translation>Escucha en {place} y otros lo encuentran como «{name}». Las invitaciones nombran esta dirección.</translation>
    </message>
    <message>
        <source>Invites that hold</source>
        <translation>Invitaciones vigentes</translation>
    </message>
    <message>
        <source>Take back: {invite}</source>
        <translation>Retirar: {invite}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>For all; {used} came in by it</source>
        <translation>Para todos; {used} entraron con ella</translation>
    </message>
    <message>
        <source>{whom} · until {day}</source>
        <translation>{whom} · hasta {day}</translation>
    </message>
    <message>
        <source>{invite} · comes in at once</source>
        <translation>{invite} · entra enseguida</translation>
    </message>
    <message>
        <source>Votes are wanted within</source>
        <translation>Votar en un plazo de</translation>
    </message>
    <message>
        <source>2 days</source>
        <translation>2 días</translation>
    </message>
    <message>
        <source>4 days</source>
        <translation>4 días</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to unplug</source>
        <translation>Te damos la bienvenida a unplug</translation>
    </message>
    <message>
        <source>Start unplug at login</source>
        <translation>Abrir unplug al iniciar sesión</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>Saltar todo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Step {n} of {of}: {heading}</source>
        <translation>Paso {n} de {of}: {heading}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Lo que se registra</translation>
    </message>
    <message>
        <source>Which app has the focus, and whether you are active, watching or away. Never what you type; the titles of windows only if you switch them on.</source>
        <translation>Qué aplicación está en primer plano y si estás activo, viendo o ausente. Nunca lo que escribes; los títulos de las ventanas, solo si los activas.</translation>
    </message>
    <message>
        <source>All of it stays in a folder of yours. There is no account and nothing is sent anywhere.</source>
        <translation>Todo se queda en una carpeta tuya. No hay cuenta y no se envía nada a ningún sitio.</translation>
    </message>
    <message>
        <source>When suggestions are welcome</source>
        <translation>Cuándo son bienvenidas las sugerencias</translation>
    </message>
    <message>
        <source>When the screen takes over, unplug may suggest somebody to meet: once a day at most, only when it does not disturb, and never again once you say so.</source>
        <translation>Cuando la pantalla se impone, unplug puede sugerirte a quién ver: una vez al día como mucho, solo cuando no molesta, y nunca más si así lo dices.</translation>
    </message>
    <message>
        <source>It never writes for you. The words are yours.</source>
        <translation>Nunca escribe por ti. Las palabras son tuyas.</translation>
    </message>
    <message>
        <source>The people you want to see</source>
        <translation>Las personas que quieres ver</translation>
    </message>
    <message>
        <source>Bring them in from a file of your address book, or add a few by hand. They stay here.</source>
        <translation>Tráelas de un archivo de tu agenda o añade unas pocas a mano. Se quedan aquí.</translation>
    </message>
    <message>
        <source>Import people…</source>
        <translation>Importar personas…</translation>
    </message>
    <message>
        <source>A first time without devices</source>
        <translation>Un primer rato sin pantallas</translation>
    </message>
    <message>
        <source>An evening a week, the first hour of the day, lunch: unplug reminds you and covers the screen. It cannot lock this computer; it keeps a promise visible.</source>
        <translation>Una noche a la semana, la primera hora del día, la comida: unplug te avisa y cubre la pantalla. No puede bloquear este equipo; mantiene una promesa a la vista.</translation>
    </message>
    <message>
        <source>Make a plan…</source>
        <translation>Hacer un plan…</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>Eso es todo</translation>
    </message>
    <message>
        <source>unplug sits in the panel as a ring: full means as much as you usually have by now. Click it whenever you like. The best sign that it works is that you look at it less.</source>
        <translation>unplug está en el panel como un anillo: lleno significa tanto como sueles llevar a esta hora. Haz clic cuando quieras. La mejor señal de que funciona es que lo miras menos.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>en total</translation>
    </message>
    <message>
        <source>Resume tracking</source>
        <translation>Reanudar el registro</translation>
    </message>
    <message>
        <source>Quit unplug</source>
        <translation>Salir de unplug</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Pause tracking: {length}</source>
        <translation>Pausar el registro: {length}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Escapadas</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Patrones</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo: made-up data</source>
        <translation>Demo: datos inventados</translation>
    </message>
    <message>
        <source>The welcome waits until you are done here.</source>
        <translation>La bienvenida espera hasta que termines aquí.</translation>
    </message>
    <message>
        <source>Back to the welcome</source>
        <translation>Volver a la bienvenida</translation>
    </message>
    <message>
        <source>No tray here: closed, unplug goes on tracking. Start it again to see this window.</source>
        <translation>Aquí no hay bandeja: aunque lo cierres, unplug sigue registrando. Ábrelo otra vez para ver esta ventana.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{hours} h {minutes:02}</source>
        <translation>{hours} h {minutes:02}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>no screen time yet today</source>
        <translation>hoy aún sin tiempo de pantalla</translation>
    </message>
    <message>
        <source>{duration} today</source>
        <translation>{duration} hoy</translation>
    </message>
    <message>
        <source>your usual shows after three days</source>
        <translation>lo habitual se muestra a los tres días</translation>
    </message>
    <message>
        <source>usually none by now</source>
        <translation>a esta hora, normalmente nada</translation>
    </message>
    <message>
        <source>usually {duration} by now</source>
        <translation>a esta hora, normalmente {duration}</translation>
    </message>
    <message>
        <source>Away from the screen</source>
        <translation>Lejos de la pantalla</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>Pantalla bloqueada</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>En reposo</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Tiempo sin pantallas</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>mañana, {time}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>hoy {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>ayer {time}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Tracking is paused</source>
        <translation>El registro está en pausa</translation>
    </message>
    <message>
        <source>Tracking is paused until {time}</source>
        <translation>El registro está en pausa hasta las {time}</translation>
    </message>
    <message>
        <source>Tracking is paused until tomorrow, {time}</source>
        <translation>El registro está en pausa hasta mañana, {time}</translation>
    </message>
    <message>
        <source>Tracking is paused until {date}, {time}</source>
        <translation>El registro está en pausa hasta el {date}, {time}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>viendo</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>screen locked</source>
        <translation>pantalla bloqueada</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>en reposo</translation>
    </message>
    <message>
        <source>off the record</source>
        <translation>sin registrar</translation>
    </message>
    <message>
        <source>device-free</source>
        <translation>sin pantallas</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02} min</source>
        <translation>{minutes}:{seconds:02} min</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>{name} turns {years} today</source>
        <translation>{name} cumple hoy {years}</translation>
    </message>
    <message>
        <source>{name} has a birthday today</source>
        <translation>Hoy es el cumpleaños de {name}</translation>
    </message>
    <message>
        <source>{name}: {day}, {years} years today</source>
        <translation>{name}: {day}, hoy {years} años</translation>
    </message>
    <message>
        <source>{name}: {day} today</source>
        <translation>{name}: hoy {day}</translation>
    </message>
    <message>
        <source>anniversary</source>
        <translation>aniversario</translation>
    </message>
</context>
</TS>
