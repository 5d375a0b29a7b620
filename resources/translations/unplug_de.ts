<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Chart</name>
    <message>
        <source>Show the numbers</source>
        <translation>Zahlen zeigen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Numbers (CSV)</source>
        <translation>Zahlen (CSV)</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>The times that your trips agree on go into a calendar of yours on a CalDAV server, such as Nextcloud, so that your phone shows them. Off until you name one.</source>
        <translation>Die gemeinsamen Zeiten Deiner Ausflüge kommen in einen Kalender von Dir auf einem CalDAV-Server, etwa Nextcloud, damit Dein Telefon sie zeigt. Aus, bis Du einen nennst.</translation>
    </message>
    <message>
        <source>Your calendar</source>
        <translation>Dein Kalender</translation>
    </message>
    <message>
        <source>The calendar&apos;s own address, from its settings on the server.</source>
        <translation>Die Adresse des Kalenders selbst, aus seinen Einstellungen auf dem Server.</translation>
    </message>
    <message>
        <source>Kept with your keys, not in the settings. Some servers want one for apps.</source>
        <translation>Liegt bei Deinen Schlüsseln, nicht in den Einstellungen. Manche Server wollen eines für Apps.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Use none any more</source>
        <translation>Keinen mehr verwenden</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Set it up…</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <source>Being tried…</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>Last succeeded: {when}</source>
        <translation>Zuletzt gelungen: {when}</translation>
    </message>
    <message>
        <source>Your Home Assistant may know whether you are unplugged, until when, and when the next trip goes offline: to dim the light, say. Nothing else is told, and nothing before you name its broker.</source>
        <translation>Dein Home Assistant darf wissen, ob Du gerade offline bist, bis wann, und wann der nächste Ausflug offline geht: etwa um das Licht zu dämpfen. Sonst erfährt es nichts, und nichts, bevor Du seinen Broker nennst.</translation>
    </message>
    <message>
        <source>The MQTT broker that your Home Assistant listens to.</source>
        <translation>Der MQTT-Broker, auf den Dein Home Assistant hört.</translation>
    </message>
    <message>
        <source>Kept with your keys, not in the settings.</source>
        <translation>Liegt bei Deinen Schlüsseln, nicht in den Einstellungen.</translation>
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
        <translation>{error} (Kalender; zuletzt gelungen: {at})</translation>
    </message>
    <message>
        <source>{trip}: {error} (last succeeded: {at})</source>
        <translation>{trip}: {error} (zuletzt gelungen: {at})</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is {s} s ahead of the group&apos;s of {trip}</source>
        <translation>die Uhr dieses Computers geht {s} s vor gegenüber der von {trip}</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is {s} s behind the group&apos;s of {trip}</source>
        <translation>die Uhr dieses Computers geht {s} s nach gegenüber der von {trip}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>the broker refuses</source>
        <translation>der Broker lehnt ab</translation>
    </message>
    <message>
        <source>lost the broker</source>
        <translation>der Broker ist weg</translation>
    </message>
    <message>
        <source>cannot talk to the broker</source>
        <translation>mit dem Broker ist nicht zu reden</translation>
    </message>
    <message>
        <source>cannot agree with the broker</source>
        <translation>mit dem Broker ist keine Einigung möglich</translation>
    </message>
    <message>
        <source>cannot reach the broker</source>
        <translation>der Broker ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>cannot use a certificate</source>
        <translation>ein Zertifikat ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>not the address of a broker</source>
        <translation>das ist keine Adresse eines Brokers</translation>
    </message>
    <message>
        <source>speaks another protocol</source>
        <translation>spricht ein anderes Protokoll</translation>
    </message>
    <message>
        <source>use one that speaks MQTT 3.1.1</source>
        <translation>nimm einen, der MQTT 3.1.1 spricht</translation>
    </message>
    <message>
        <source>does not like the name of the connection</source>
        <translation>mag den Namen der Verbindung nicht</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>versuch es noch einmal</translation>
    </message>
    <message>
        <source>wrong user or password</source>
        <translation>falscher Name oder falsches Passwort</translation>
    </message>
    <message>
        <source>check both with whoever runs the broker</source>
        <translation>prüf beides mit denen, die den Broker betreiben</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>give a user and password that may connect</source>
        <translation>gib einen Namen mit Passwort an, der sich verbinden darf</translation>
    </message>
    <message>
        <source>it is not ready</source>
        <translation>er ist nicht bereit</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>versuch es später noch einmal</translation>
    </message>
    <message>
        <source>ask whoever runs the broker</source>
        <translation>frag, wer den Broker betreibt</translation>
    </message>
    <message>
        <source>the connection ended</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>es wird wieder versucht</translation>
    </message>
    <message>
        <source>if it wants TLS, use mqtts://</source>
        <translation>wenn er TLS will, nimm mqtts://</translation>
    </message>
    <message>
        <source>it does not let this side listen</source>
        <translation>er lässt diese Seite nicht zuhören</translation>
    </message>
    <message>
        <source>ask whoever runs the broker to allow reading and writing of all topics</source>
        <translation>bitte die, die den Broker betreiben, Lesen und Schreiben aller Themen zu erlauben</translation>
    </message>
    <message>
        <source>it passes on nothing that is said</source>
        <translation>er gibt nichts weiter</translation>
    </message>
    <message>
        <source>it is tried again; if it stays so, see whether one may write there</source>
        <translation>es wird wieder versucht; bleibt es so, sieh nach, ob man dort schreiben darf</translation>
    </message>
    <message>
        <source>it does not answer any more</source>
        <translation>er antwortet nicht mehr</translation>
    </message>
    <message>
        <source>it is tried again; please report it if it stays so</source>
        <translation>es wird wieder versucht; bitte melde es, wenn es so bleibt</translation>
    </message>
    <message>
        <source>no TLS there</source>
        <translation>dort ist kein TLS</translation>
    </message>
    <message>
        <source>use mqtt:// or the port for TLS</source>
        <translation>nimm mqtt:// oder den Port für TLS</translation>
    </message>
    <message>
        <source>choose PEM files with the certificate and its key, without a password</source>
        <translation>wähle PEM-Dateien mit Zertifikat und Schlüssel, ohne Passwort</translation>
    </message>
    <message>
        <source>not what it should be</source>
        <translation>nicht, was es sein sollte</translation>
    </message>
    <message>
        <source>ask whoever runs the broker for the right certificate file</source>
        <translation>frag die, die den Broker betreiben, nach der richtigen Zertifikatsdatei</translation>
    </message>
    <message>
        <source>it does not accept the certificate of this side, or wants one</source>
        <translation>er nimmt das Zertifikat dieser Seite nicht an, oder will eines</translation>
    </message>
    <message>
        <source>there is no such name</source>
        <translation>den Namen gibt es nicht</translation>
    </message>
    <message>
        <source>check the name, and the network</source>
        <translation>prüf den Namen und das Netz</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>dort hört niemand</translation>
    </message>
    <message>
        <source>check that it runs, and its port</source>
        <translation>prüf, ob er läuft, und den Port</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>check the address, and the network</source>
        <translation>prüf die Adresse und das Netz</translation>
    </message>
    <message>
        <source>check the network</source>
        <translation>prüf das Netz</translation>
    </message>
    <message>
        <source>write it like mqtts://broker.example.org or mqtt://192.168.1.5:1883</source>
        <translation>schreib sie wie mqtts://broker.example.org oder mqtt://192.168.1.5:1883</translation>
    </message>
    <message>
        <source>they are for brokers with encryption: mqtts://</source>
        <translation>sie sind für Broker mit Verschlüsselung: mqtts://</translation>
    </message>
    <message>
        <source>choose a file that is there</source>
        <translation>wähle eine Datei, die es gibt</translation>
    </message>
    <message>
        <source>choose the certificate that it is the key of</source>
        <translation>wähle das Zertifikat, zu dem dieser Schlüssel gehört</translation>
    </message>
    <message>
        <source>cannot look around in the network</source>
        <translation>im Netz ist kein Umsehen möglich</translation>
    </message>
    <message>
        <source>check that you are in one</source>
        <translation>prüf, ob Du in einem bist</translation>
    </message>
    <message>
        <source>cannot start a broker of your own</source>
        <translation>ein eigener Broker lässt sich nicht starten</translation>
    </message>
    <message>
        <source>lost your own broker</source>
        <translation>Dein eigener Broker ist weg</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>er hat geendet</translation>
    </message>
    <message>
        <source>the port is in use</source>
        <translation>der Port ist belegt</translation>
    </message>
    <message>
        <source>choose another: own_broker.port in the settings, or use what listens there</source>
        <translation>wähle einen anderen: own_broker.port in den Einstellungen, oder nimm, was dort hört</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>dieser Computer hat keine solche Adresse</translation>
    </message>
    <message>
        <source>leave own_broker.address in the settings empty</source>
        <translation>lass own_broker.address in den Einstellungen leer</translation>
    </message>
    <message>
        <source>the system does not allow this port</source>
        <translation>das System erlaubt diesen Port nicht</translation>
    </message>
    <message>
        <source>choose one above 1023: own_broker.port in the settings</source>
        <translation>wähle einen über 1023: own_broker.port in den Einstellungen</translation>
    </message>
    <message>
        <source>not on Windows</source>
        <translation>nicht unter Windows</translation>
    </message>
    <message>
        <source>use another broker</source>
        <translation>nimm einen anderen Broker</translation>
    </message>
    <message>
        <source>amqtt is not installed</source>
        <translation>amqtt ist nicht installiert</translation>
    </message>
    <message>
        <source>pip install &apos;unplug[broker]&apos;, or use another broker</source>
        <translation>pip install &apos;unplug[broker]&apos;, oder nimm einen anderen Broker</translation>
    </message>
    <message>
        <source>close something else</source>
        <translation>schließ etwas anderes</translation>
    </message>
    <message>
        <source>cannot tell the address of this computer in a local network</source>
        <translation>die Adresse dieses Computers im eigenen Netz ist nicht bekannt</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>es gibt keine</translation>
    </message>
    <message>
        <source>can be reached from outside</source>
        <translation>ist von außen zu erreichen</translation>
    </message>
    <message>
        <source>join a local network, or name its address: own_broker.address in the settings</source>
        <translation>geh in ein eigenes Netz, oder nenne die Adresse: own_broker.address in den Einstellungen</translation>
    </message>
    <message>
        <source>it does not listen now</source>
        <translation>er hört gerade nicht zu</translation>
    </message>
    <message>
        <source>your own broker does not listen</source>
        <translation>Dein eigener Broker hört nicht zu</translation>
    </message>
    <message>
        <source>cannot give up your own broker for one trip</source>
        <translation>Deinen eigenen Broker kannst Du nicht für einen einzelnen Ausflug aufgeben</translation>
    </message>
    <message>
        <source>cannot sync through a folder</source>
        <translation>über einen Ordner geht es so nicht</translation>
    </message>
    <message>
        <source>make it, or plug in the disk that it is on</source>
        <translation>leg ihn an, oder steck den Datenträger ein, auf dem er liegt</translation>
    </message>
    <message>
        <source>cannot read the folder</source>
        <translation>der Ordner ist nicht zu lesen</translation>
    </message>
    <message>
        <source>check that it is there</source>
        <translation>prüf, ob er da ist</translation>
    </message>
    <message>
        <source>cannot write to the folder</source>
        <translation>in den Ordner ist nicht zu schreiben</translation>
    </message>
    <message>
        <source>make room or check your rights; nothing is lost</source>
        <translation>mach Platz oder prüf Deine Rechte; nichts ist verloren</translation>
    </message>
    <message>
        <source>cannot read so large a file</source>
        <translation>eine so große Datei ist nicht zu lesen</translation>
    </message>
    <message>
        <source>choose one that unplug has made</source>
        <translation>wähle eine, die unplug gemacht hat</translation>
    </message>
    <message>
        <source>cannot read the file</source>
        <translation>die Datei ist nicht zu lesen</translation>
    </message>
    <message>
        <source>name one that can be read</source>
        <translation>nimm eine, die zu lesen ist</translation>
    </message>
    <message>
        <source>it is not a trip</source>
        <translation>es ist kein Ausflug</translation>
    </message>
    <message>
        <source>choose one that unplug has exported</source>
        <translation>wähle eine, die unplug gespeichert hat</translation>
    </message>
    <message>
        <source>it is of another trip</source>
        <translation>sie ist von einem anderen Ausflug</translation>
    </message>
    <message>
        <source>open it in the trip that it belongs to</source>
        <translation>öffne sie in dem Ausflug, zu dem sie gehört</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie hört zu früh auf</translation>
    </message>
    <message>
        <source>copy it again, or ask for a new one</source>
        <translation>kopier sie noch einmal, oder bitte um eine neue</translation>
    </message>
    <message>
        <source>there is no way to sync yet</source>
        <translation>es gibt noch keinen Weg</translation>
    </message>
    <message>
        <source>the trip does not travel there</source>
        <translation>dorthin reist der Ausflug nicht</translation>
    </message>
    <message>
        <source>it travels</source>
        <translation>er reist</translation>
    </message>
    <message>
        <source>by no way at all</source>
        <translation>auf gar keinem Weg</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>nichts wurde gesendet</translation>
    </message>
    <message>
        <source>cannot read the invite</source>
        <translation>die Einladung ist nicht zu lesen</translation>
    </message>
    <message>
        <source>copy the whole link, or ask for a new one</source>
        <translation>kopier den ganzen Link, oder bitte um einen neuen</translation>
    </message>
    <message>
        <source>paste the whole link, or name the file you were sent</source>
        <translation>füg den ganzen Link ein, oder nenne die Datei, die Du bekommen hast</translation>
    </message>
    <message>
        <source>ask for a new one</source>
        <translation>bitte um eine neue</translation>
    </message>
    <message>
        <source>no invite is in this file</source>
        <translation>in dieser Datei ist keine Einladung</translation>
    </message>
    <message>
        <source>choose the file that the organiser sent</source>
        <translation>wähle die Datei, die Dir geschickt wurde</translation>
    </message>
    <message>
        <source>cannot put the broker into an invite</source>
        <translation>der Broker passt nicht in eine Einladung</translation>
    </message>
    <message>
        <source>use a shorter address</source>
        <translation>nimm eine kürzere Adresse</translation>
    </message>
    <message>
        <source>the invite has expired</source>
        <translation>die Einladung ist abgelaufen</translation>
    </message>
    <message>
        <source>cannot find the invite</source>
        <translation>die Einladung ist nicht zu finden</translation>
    </message>
    <message>
        <source>cannot find the invite in this trip</source>
        <translation>die Einladung gibt es in diesem Ausflug nicht</translation>
    </message>
    <message>
        <source>more than one asks under this name</source>
        <translation>unter diesem Namen fragt mehr als eine Person</translation>
    </message>
    <message>
        <source>nobody asks to join under this name</source>
        <translation>unter diesem Namen fragt niemand</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>es fragen</translation>
    </message>
    <message>
        <source>sync first</source>
        <translation>sende und empfange zuerst</translation>
    </message>
    <message>
        <source>you are in this trip already</source>
        <translation>in diesem Ausflug bist Du schon</translation>
    </message>
    <message>
        <source>you are still in this trip</source>
        <translation>in diesem Ausflug bist Du noch</translation>
    </message>
    <message>
        <source>leave it first</source>
        <translation>verlass ihn zuerst</translation>
    </message>
    <message>
        <source>cannot do this in the trip</source>
        <translation>das geht in diesem Ausflug nicht</translation>
    </message>
    <message>
        <source>you are not in it yet</source>
        <translation>Du bist noch nicht drin</translation>
    </message>
    <message>
        <source>wait until the organiser lets you in, and sync again</source>
        <translation>warte, bis man Dich hereinlässt, und empfange dann noch einmal</translation>
    </message>
    <message>
        <source>you have left it</source>
        <translation>Du hast ihn verlassen</translation>
    </message>
    <message>
        <source>ask for a new invite to come back</source>
        <translation>bitte um eine neue Einladung, um zurückzukommen</translation>
    </message>
    <message>
        <source>you were removed from it</source>
        <translation>Du wurdest herausgenommen</translation>
    </message>
    <message>
        <source>ask the organiser for a new invite</source>
        <translation>bitte um eine neue Einladung</translation>
    </message>
    <message>
        <source>guests only look on</source>
        <translation>Gäste sehen nur zu</translation>
    </message>
    <message>
        <source>ask an organiser for a member&apos;s invite</source>
        <translation>bitte um eine Einladung als Mitglied</translation>
    </message>
    <message>
        <source>only organisers can do this</source>
        <translation>das können nur die, die organisieren</translation>
    </message>
    <message>
        <source>ask an organiser</source>
        <translation>frag jemanden, der organisiert</translation>
    </message>
    <message>
        <source>ask who leads it</source>
        <translation>frag, wer ihn leitet</translation>
    </message>
    <message>
        <source>you cannot do this with them</source>
        <translation>mit dieser Person kannst Du das nicht tun</translation>
    </message>
    <message>
        <source>whoever made them an organiser, or leads the trip, can</source>
        <translation>das kann, wer sie dazu gemacht hat oder den Ausflug leitet</translation>
    </message>
    <message>
        <source>cannot remove oneself</source>
        <translation>man kann sich nicht selbst herausnehmen</translation>
    </message>
    <message>
        <source>only who leads the trip can hand it over</source>
        <translation>nur wer den Ausflug leitet, kann ihn übergeben</translation>
    </message>
    <message>
        <source>there is nobody to leave it to</source>
        <translation>es gibt niemanden, dem er bliebe</translation>
    </message>
    <message>
        <source>who leads a trip cannot leave it</source>
        <translation>wer einen Ausflug leitet, kann ihn nicht verlassen</translation>
    </message>
    <message>
        <source>nobody in the trip has this name</source>
        <translation>niemand im Ausflug heißt so</translation>
    </message>
    <message>
        <source>more than one goes by this name</source>
        <translation>mehr als eine Person heißt so</translation>
    </message>
    <message>
        <source>who is in</source>
        <translation>drin sind</translation>
    </message>
    <message>
        <source>say which</source>
        <translation>sag, welche</translation>
    </message>
    <message>
        <source>cannot propose this window</source>
        <translation>diese Zeit lässt sich nicht vorschlagen</translation>
    </message>
    <message>
        <source>give a start and an end after it</source>
        <translation>gib einen Anfang und danach ein Ende an</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>sie endet vor dem Anfang</translation>
    </message>
    <message>
        <source>it starts in the past</source>
        <translation>sie beginnt in der Vergangenheit</translation>
    </message>
    <message>
        <source>give a later start</source>
        <translation>gib einen späteren Anfang an</translation>
    </message>
    <message>
        <source>it is longer than 60 days</source>
        <translation>sie ist länger als 60 Tage</translation>
    </message>
    <message>
        <source>give an earlier end</source>
        <translation>gib ein früheres Ende an</translation>
    </message>
    <message>
        <source>votes cannot be wanted until then</source>
        <translation>bis dahin kann nicht abgestimmt werden</translation>
    </message>
    <message>
        <source>it is past</source>
        <translation>das ist vorbei</translation>
    </message>
    <message>
        <source>give a later moment</source>
        <translation>gib einen späteren Zeitpunkt an</translation>
    </message>
    <message>
        <source>cannot lock so late</source>
        <translation>so spät geht das nicht mehr</translation>
    </message>
    <message>
        <source>propose a window that starts later</source>
        <translation>schlag eine Zeit vor, die später beginnt</translation>
    </message>
    <message>
        <source>it starts in less than an hour</source>
        <translation>sie beginnt in weniger als einer Stunde</translation>
    </message>
    <message>
        <source>you have declined this window</source>
        <translation>Du hast zu dieser Zeit nein gesagt</translation>
    </message>
    <message>
        <source>declining is final; a changed window asks you again</source>
        <translation>dabei bleibt es; eine geänderte Zeit fragt Dich wieder</translation>
    </message>
    <message>
        <source>cannot find a proposal</source>
        <translation>diesen Vorschlag gibt es nicht</translation>
    </message>
    <message>
        <source>the proposal was withdrawn</source>
        <translation>der Vorschlag wurde zurückgenommen</translation>
    </message>
    <message>
        <source>no window is locked yet</source>
        <translation>noch ist keine Zeit festgelegt</translation>
    </message>
    <message>
        <source>there is no such line on the list</source>
        <translation>diese Zeile gibt es auf der Liste nicht</translation>
    </message>
    <message>
        <source>you share no more than your answer</source>
        <translation>Du teilst nicht mehr als Deine Antwort</translation>
    </message>
    <message>
        <source>cannot find a time zone</source>
        <translation>diese Zeitzone ist nicht zu finden</translation>
    </message>
    <message>
        <source>write it like Europe/Madrid</source>
        <translation>schreib sie wie Europe/Madrid</translation>
    </message>
    <message>
        <source>cannot take this text</source>
        <translation>dieser Text geht nicht</translation>
    </message>
    <message>
        <source>give a line that is not empty or long</source>
        <translation>gib eine Zeile an, die nicht leer und nicht lang ist</translation>
    </message>
    <message>
        <source>there is a file already</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>name one that is not there</source>
        <translation>nimm einen Namen, den es noch nicht gibt</translation>
    </message>
    <message>
        <source>this trip is on this computer already</source>
        <translation>dieser Ausflug ist schon auf diesem Computer</translation>
    </message>
    <message>
        <source>none of your devices is called so</source>
        <translation>keiner Deiner Computer heißt so</translation>
    </message>
    <message>
        <source>there are</source>
        <translation>es gibt</translation>
    </message>
    <message>
        <source>cannot take out the computer that you are at</source>
        <translation>den Computer, an dem Du bist, kannst Du nicht herausnehmen</translation>
    </message>
    <message>
        <source>it was there first</source>
        <translation>er war vorher da</translation>
    </message>
    <message>
        <source>these words do not open it</source>
        <translation>diese Wörter öffnen sie nicht</translation>
    </message>
    <message>
        <source>it is none for another computer</source>
        <translation>sie ist nicht für einen anderen Computer</translation>
    </message>
    <message>
        <source>choose the one that your other computer has saved for this</source>
        <translation>wähle die, die Dein anderer Computer dafür gespeichert hat</translation>
    </message>
    <message>
        <source>check each of them, and their order; or make a new one on the other computer</source>
        <translation>prüf jedes und die Reihenfolge, oder mach auf dem anderen Computer eine neue</translation>
    </message>
    <message>
        <source>make a new one on the other computer</source>
        <translation>mach auf dem anderen Computer eine neue</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>sie ist abgelaufen</translation>
    </message>
    <message>
        <source>cannot read the words</source>
        <translation>die Wörter sind nicht zu lesen</translation>
    </message>
    <message>
        <source>type all six as the other computer says</source>
        <translation>schreib alle sechs, wie der andere Computer sie nennt</translation>
    </message>
    <message>
        <source>another unplug has made it</source>
        <translation>ein anderes unplug hat sie gemacht</translation>
    </message>
    <message>
        <source>update unplug here, or make a new one on the other computer</source>
        <translation>erneuere unplug hier, oder mach auf dem anderen Computer eine neue</translation>
    </message>
    <message>
        <source>cannot find the keys of a trip</source>
        <translation>die Schlüssel eines Ausflugs sind nicht zu finden</translation>
    </message>
    <message>
        <source>they are on the computer it was joined from; join anew by an invite</source>
        <translation>sie sind auf dem Computer, von dem aus Du beigetreten bist; tritt mit einer Einladung neu bei</translation>
    </message>
    <message>
        <source>cannot read the keys of a trip</source>
        <translation>die Schlüssel eines Ausflugs sind nicht zu lesen</translation>
    </message>
    <message>
        <source>they are damaged</source>
        <translation>sie sind beschädigt</translation>
    </message>
    <message>
        <source>restore them from a backup, or join the trip anew</source>
        <translation>hol sie aus einer Sicherung, oder tritt dem Ausflug neu bei</translation>
    </message>
    <message>
        <source>unlock your keyring</source>
        <translation>entsperre Deinen Schlüsselbund</translation>
    </message>
    <message>
        <source>will not use keys that others can read</source>
        <translation>Schlüssel, die andere lesen können, werden nicht benutzt</translation>
    </message>
    <message>
        <source>cannot read keys</source>
        <translation>Schlüssel sind nicht zu lesen</translation>
    </message>
    <message>
        <source>check that you own it</source>
        <translation>prüf, ob sie Dir gehört</translation>
    </message>
    <message>
        <source>restore the file from a backup</source>
        <translation>hol die Datei aus einer Sicherung</translation>
    </message>
    <message>
        <source>cannot read what is kept of a trip</source>
        <translation>was von einem Ausflug hier liegt, ist nicht zu lesen</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>spiel eine Sicherung zurück</translation>
    </message>
    <message>
        <source>cannot keep trips now</source>
        <translation>Ausflüge lassen sich gerade nicht speichern</translation>
    </message>
    <message>
        <source>the database is not open</source>
        <translation>die Datenbank ist nicht offen</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>mach etwas Platz</translation>
    </message>
    <message>
        <source>cannot reach the calendar server</source>
        <translation>der Kalenderserver ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>check the address</source>
        <translation>prüf die Adresse</translation>
    </message>
    <message>
        <source>the calendar server refuses</source>
        <translation>der Kalenderserver lehnt ab</translation>
    </message>
    <message>
        <source>check the user and the password; some servers want one for apps</source>
        <translation>prüf Namen und Passwort; manche Server wollen ein eigenes für Apps</translation>
    </message>
    <message>
        <source>the calendar server does not take it</source>
        <translation>der Kalenderserver nimmt es nicht an</translation>
    </message>
    <message>
        <source>check the calendar&apos;s address, and that you may write to it</source>
        <translation>prüf die Adresse des Kalenders, und ob Du dort schreiben darfst</translation>
    </message>
    <message>
        <source>there is no calendar at this address</source>
        <translation>unter dieser Adresse ist kein Kalender</translation>
    </message>
    <message>
        <source>copy it from the calendar&apos;s own settings</source>
        <translation>kopier sie aus den Einstellungen des Kalenders</translation>
    </message>
    <message>
        <source>there are several calendars</source>
        <translation>es gibt mehrere Kalender</translation>
    </message>
    <message>
        <source>name one of them</source>
        <translation>nenne einen davon</translation>
    </message>
    <message>
        <source>not the address of a calendar</source>
        <translation>das ist keine Adresse eines Kalenders</translation>
    </message>
    <message>
        <source>copy it from the calendar&apos;s settings, with https:// in front</source>
        <translation>kopier sie aus den Einstellungen des Kalenders, mit https:// davor</translation>
    </message>
    <message>
        <source>cannot speak to calendar servers</source>
        <translation>mit Kalenderservern lässt sich nicht reden</translation>
    </message>
    <message>
        <source>the calendar&apos;s password is not here</source>
        <translation>das Passwort des Kalenders ist nicht hier</translation>
    </message>
    <message>
        <source>windows of trips stay in the calendar that they were put into</source>
        <translation>Zeiten von Ausflügen bleiben in dem Kalender, in dem sie stehen</translation>
    </message>
    <message>
        <source>hand it over first: “Let lead” beside somebody</source>
        <translation>übergib ihn zuerst: „Leiten lassen“ bei jemandem</translation>
    </message>
    <message>
        <source>delete it here</source>
        <translation>lösche ihn hier</translation>
    </message>
    <message>
        <source>leave the trip instead</source>
        <translation>verlass stattdessen den Ausflug</translation>
    </message>
    <message>
        <source>look at the proposals</source>
        <translation>sieh Dir die Vorschläge an</translation>
    </message>
    <message>
        <source>an organiser makes a proposal the window first</source>
        <translation>erst macht jemand, der organisiert, einen Vorschlag zur gemeinsamen Zeit</translation>
    </message>
    <message>
        <source>look at the list once more</source>
        <translation>sieh Dir die Liste noch einmal an</translation>
    </message>
    <message>
        <source>share more if you like, below “What the others see of it”</source>
        <translation>teil mehr, wenn Du magst: unter „Was die anderen davon sehen“</translation>
    </message>
    <message>
        <source>do it on the other one, or leave the trip</source>
        <translation>tu es auf dem anderen, oder verlass den Ausflug</translation>
    </message>
    <message>
        <source>choose a folder or a broker here</source>
        <translation>wähle hier einen Ordner oder einen Broker</translation>
    </message>
    <message>
        <source>switch it off here</source>
        <translation>schalte ihn hier aus</translation>
    </message>
    <message>
        <source>choose another way</source>
        <translation>wähle einen anderen Weg</translation>
    </message>
    <message>
        <source>look at what leaves, and say yes to it</source>
        <translation>sieh an, was hinausgeht, und sag ja dazu</translation>
    </message>
    <message>
        <source>give the link</source>
        <translation>gib den Link an</translation>
    </message>
    <message>
        <source>it listens once you organise a trip</source>
        <translation>er hört zu, sobald Du einen Ausflug organisierst</translation>
    </message>
    <message>
        <source>give it once more: Settings, Your calendar</source>
        <translation>gib es noch einmal an: Einstellungen, Dein Kalender</translation>
    </message>
</context>
<context>
    <name>Feeling</name>
    <message>
        <source>if you like</source>
        <translation>wenn Du magst</translation>
    </message>
    <message>
        <source>A word to remember it by</source>
        <translation>Ein Wort zur Erinnerung</translation>
    </message>
    <message>
        <source>How did it feel?</source>
        <translation>Wie hat es sich angefühlt?</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Lieber nicht sagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Noted. A word to remember it by?</source>
        <translation>Notiert. Ein Wort zur Erinnerung?</translation>
    </message>
    <message>
        <source>How did the time with {person} feel?</source>
        <translation>Wie hat sich die Zeit mit {person} angefühlt?</translation>
    </message>
    <message>
        <source>not good</source>
        <translation>nicht gut</translation>
    </message>
    <message>
        <source>so-so</source>
        <translation>geht so</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>wonderful</source>
        <translation>wunderbar</translation>
    </message>
</context>
<context>
    <name>Ideas</name>
    <message>
        <source>look out of the window for a while</source>
        <translation>eine Weile aus dem Fenster schauen</translation>
    </message>
    <message>
        <source>drink a glass of water, slowly</source>
        <translation>ein Glas Wasser trinken, langsam</translation>
    </message>
    <message>
        <source>stretch your back and your hands</source>
        <translation>Rücken und Hände dehnen</translation>
    </message>
    <message>
        <source>water the plants</source>
        <translation>die Pflanzen gießen</translation>
    </message>
    <message>
        <source>step outside and breathe the air</source>
        <translation>nach draußen gehen und Luft holen</translation>
    </message>
    <message>
        <source>make tea and only drink it</source>
        <translation>Tee kochen und nur ihn trinken</translation>
    </message>
    <message>
        <source>walk once around the block</source>
        <translation>einmal um den Block gehen</translation>
    </message>
    <message>
        <source>tidy one drawer, just one</source>
        <translation>eine Schublade aufräumen, nur eine</translation>
    </message>
    <message>
        <source>write somebody a card by hand</source>
        <translation>jemandem mit der Hand eine Karte schreiben</translation>
    </message>
    <message>
        <source>knock at a neighbour&apos;s door</source>
        <translation>bei den Nachbarn klopfen</translation>
    </message>
    <message>
        <source>play or sing a song</source>
        <translation>ein Lied spielen oder singen</translation>
    </message>
    <message>
        <source>draw what lies on the table</source>
        <translation>zeichnen, was auf dem Tisch liegt</translation>
    </message>
    <message>
        <source>read a few pages on paper</source>
        <translation>ein paar Seiten auf Papier lesen</translation>
    </message>
    <message>
        <source>mend the thing that waits for it</source>
        <translation>reparieren, was darauf wartet</translation>
    </message>
    <message>
        <source>stretch and wake up slowly</source>
        <translation>Dich strecken und langsam wach werden</translation>
    </message>
    <message>
        <source>cook something that takes its time</source>
        <translation>etwas kochen, das seine Zeit braucht</translation>
    </message>
    <message>
        <source>go where there are trees</source>
        <translation>dorthin gehen, wo Bäume sind</translation>
    </message>
    <message>
        <source>ring at the door of a friend</source>
        <translation>bei Freunden klingeln</translation>
    </message>
    <message>
        <source>bake bread or a cake</source>
        <translation>Brot oder einen Kuchen backen</translation>
    </message>
    <message>
        <source>play a board game with somebody</source>
        <translation>mit jemandem ein Brettspiel spielen</translation>
    </message>
    <message>
        <source>take a street you have never taken</source>
        <translation>eine Straße nehmen, die Du noch nie gegangen bist</translation>
    </message>
    <message>
        <source>swim, cycle or kick a ball</source>
        <translation>schwimmen, Rad fahren oder einen Ball treten</translation>
    </message>
    <message>
        <source>sit in the garden or a park</source>
        <translation>im Garten oder in einem Park sitzen</translation>
    </message>
    <message>
        <source>dim the lights and listen to the quiet</source>
        <translation>das Licht dämpfen und der Stille zuhören</translation>
    </message>
    <message>
        <source>take a warm bath</source>
        <translation>ein warmes Bad nehmen</translation>
    </message>
    <message>
        <source>lay out what tomorrow needs</source>
        <translation>zurechtlegen, was morgen gebraucht wird</translation>
    </message>
    <message>
        <source>go to bed a little early</source>
        <translation>ein wenig früher ins Bett gehen</translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message>
        <source>Last week you spent {by} less a day at the screen than the week before: {now} against {before}.</source>
        <translation>Letzte Woche warst Du {by} am Tag weniger am Bildschirm als in der Woche davor: {now} statt {before}.</translation>
    </message>
    <message>
        <source>Last week you spent {by} more a day at the screen than the week before: {now} against {before}.</source>
        <translation>Letzte Woche warst Du {by} am Tag mehr am Bildschirm als in der Woche davor: {now} statt {before}.</translation>
    </message>
    <message>
        <source>After {app}, a long stretch in {then} follows {times} times as often as usual: {n} of {of} times.</source>
        <translation>Auf {app} folgt {times}-mal so oft wie sonst eine lange Strecke in {then}: {n} von {of} Malen.</translation>
    </message>
    <message>
        <source>Coming back to the screen, you open {app} first: {n} of {of} times.</source>
        <translation>Wenn Du an den Bildschirm zurückkommst, öffnest Du zuerst {app}: {n} von {of} Malen.</translation>
    </message>
    <message>
        <source>Late evenings have become more: {n} of the last {of} days, and {n_before} of the {of_before} before.</source>
        <translation>Späte Abende sind mehr geworden: {n} der letzten {of} Tage, davor {n_before} von {of_before}.</translation>
    </message>
    <message>
        <source>Late evenings have become fewer: {n} of the last {of} days, and {n_before} of the {of_before} before.</source>
        <translation>Späte Abende sind weniger geworden: {n} der letzten {of} Tage, davor {n_before} von {of_before}.</translation>
    </message>
    <message>
        <source>Your time at the screen is more broken up: {now} changes of app an hour in the last two weeks, {before} before.</source>
        <translation>Deine Zeit am Bildschirm ist stärker zerstückelt: {now} App-Wechsel pro Stunde in den letzten zwei Wochen, davor {before}.</translation>
    </message>
    <message>
        <source>Your time at the screen is less broken up: {now} changes of app an hour in the last two weeks, {before} before.</source>
        <translation>Deine Zeit am Bildschirm ist weniger zerstückelt: {now} App-Wechsel pro Stunde in den letzten zwei Wochen, davor {before}.</translation>
    </message>
    <message>
        <source>AI chats and companions: {now} a week in the last four weeks, {before} in the four before. Meetings with people: {met}, and {met_before} before.</source>
        <translation>KI-Chats und -Begleiter: {now} pro Woche in den letzten vier Wochen, {before} in den vier davor. Treffen mit Menschen: {met}, davor {met_before}.</translation>
    </message>
    <message>
        <source>For you, more screen time and lower mood go together ({n} days with a note).</source>
        <translation>Bei Dir gehen mehr Bildschirmzeit und schlechtere Stimmung zusammen ({n} Tage mit Notiz).</translation>
    </message>
    <message>
        <source>For you, more screen time and better mood go together ({n} days with a note).</source>
        <translation>Bei Dir gehen mehr Bildschirmzeit und bessere Stimmung zusammen ({n} Tage mit Notiz).</translation>
    </message>
    <message>
        <source>For you, seeing people and better mood go together: {with} on such days, {without} on others ({n} days with a note).</source>
        <translation>Bei Dir gehen Treffen und bessere Stimmung zusammen: {with} an solchen Tagen, {without} an anderen ({n} Tage mit Notiz).</translation>
    </message>
    <message>
        <source>For you, seeing people and lower mood go together: {with} on such days, {without} on others ({n} days with a note).</source>
        <translation>Bei Dir gehen Treffen und schlechtere Stimmung zusammen: {with} an solchen Tagen, {without} an anderen ({n} Tage mit Notiz).</translation>
    </message>
    <message>
        <source>{name} was there {n} of {of} times you met somebody; {others} you want to see are waiting.</source>
        <translation>{name} war bei {n} von {of} Treffen dabei; {others}, die Du sehen möchtest, warten.</translation>
    </message>
    <message>
        <source>After a device-free session, the rest of the day has {by} less screen time than other days ({n} sessions).</source>
        <translation>Nach einer gerätefreien Zeit hat der Rest des Tages {by} weniger Bildschirmzeit als an anderen Tagen ({n} Mal).</translation>
    </message>
    <message>
        <source>After a device-free session, the rest of the day has {by} more screen time than other days ({n} sessions).</source>
        <translation>Nach einer gerätefreien Zeit hat der Rest des Tages {by} mehr Bildschirmzeit als an anderen Tagen ({n} Mal).</translation>
    </message>
    <message>
        <source>{weekday}, {from} to {to}, is your longest scroll: {mean} on average.</source>
        <translation>{weekday}, {from} bis {to}, scrollst Du am längsten: {mean} im Schnitt.</translation>
    </message>
    <message>
        <source>Plan a device-free hour</source>
        <translation>Eine gerätefreie Stunde planen</translation>
    </message>
    <message>
        <source>Plan {weekday}, {from} to {to}, without devices</source>
        <translation>{weekday}, {from} bis {to}, ohne Geräte planen</translation>
    </message>
    <message>
        <source>Plan an hour for one thing</source>
        <translation>Eine Stunde für eine einzige Sache planen</translation>
    </message>
    <message>
        <source>Set a time to wind down</source>
        <translation>Eine Zeit zum Ausklingen festlegen</translation>
    </message>
    <message>
        <source>Ask {who} to meet</source>
        <translation>{who} nach einem Treffen fragen</translation>
    </message>
    <message>
        <source>{who} is usually free then: ask to meet</source>
        <translation>{who} hat dann meist Zeit: nach einem Treffen fragen</translation>
    </message>
    <message>
        <source>See who you could meet</source>
        <translation>Sehen, wen Du treffen könntest</translation>
    </message>
    <message>
        <source>Note your mood today</source>
        <translation>Heutige Stimmung notieren</translation>
    </message>
    <message>
        <source>Nothing to do: it goes your way</source>
        <translation>Nichts zu tun: Es geht in Deine Richtung</translation>
    </message>
    <message>
        <source>It rests on {n} observations.</source>
        <translation>Es stützt sich auf {n} Beobachtungen.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>daneben</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>Without you, nothing. There is no account, no server of ours, no statistics and no look for updates.</source>
        <translation>Ohne Dich nichts. Es gibt kein Konto, keinen Server von uns, keine Statistik und keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>Screen time, apps, titles, moods, insights</source>
        <translation>Bildschirmzeit, Apps, Titel, Stimmungen, Einsichten</translation>
    </message>
    <message>
        <source>Never. Only a file that you export yourself.</source>
        <translation>Nie. Nur eine Datei, die Du selbst exportierst.</translation>
    </message>
    <message>
        <source>People and what you noted about them</source>
        <translation>Menschen und was Du über sie notiert hast</translation>
    </message>
    <message>
        <source>Never. A mail or call that you begin opens your own program, empty.</source>
        <translation>Nie. Eine Mail oder ein Anruf, den Du beginnst, öffnet Dein eigenes Programm, leer.</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Ausflüge</translation>
    </message>
    <message>
        <source>Only what a trip&apos;s page lists before you first share it, signed and sealed, by the ways you added: a file, a folder, a server.</source>
        <translation>Nur was die Seite eines Ausflugs vor dem ersten Teilen auflistet, signiert und versiegelt, auf den Wegen, die Du hinzugefügt hast: eine Datei, ein Ordner, ein Server.</translation>
    </message>
    <message>
        <source>Your home</source>
        <translation>Dein Zuhause</translation>
    </message>
    <message>
        <source>A Home Assistant that you named hears whether you are unplugged, until when, and when the next trip goes offline.</source>
        <translation>Ein Home Assistant, den Du genannt hast, erfährt, ob Du offline bist, bis wann, und wann der nächste Ausflug offline geht.</translation>
    </message>
    <message>
        <source>Files are read where they are. The times that trips agree on go into a calendar on a server only if you named one.</source>
        <translation>Dateien werden gelesen, wo sie liegen. Die gemeinsamen Zeiten von Ausflügen kommen nur dann in einen Kalender auf einem Server, wenn Du einen genannt hast.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>rather low</source>
        <translation>eher niedrig</translation>
    </message>
    <message>
        <source>so-so</source>
        <translation>geht so</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>sehr gut</translation>
    </message>
    <message>
        <source>How are you right now?</source>
        <translation>Wie geht es Dir gerade?</translation>
    </message>
    <message>
        <source>A word for it, if you like</source>
        <translation>Ein Wort dazu, wenn Du magst</translation>
    </message>
    <message>
        <source>Noted: {mark} · {name}</source>
        <translation>Notiert: {mark} · {name}</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Breathing guide</source>
        <translation>Atemhilfe</translation>
    </message>
    <message>
        <source>breathe in</source>
        <translation>einatmen</translation>
    </message>
    <message>
        <source>breathe out</source>
        <translation>ausatmen</translation>
    </message>
    <message>
        <source>any letter</source>
        <translation>irgendein Buchstabe</translation>
    </message>
    <message>
        <source>Stay after all</source>
        <translation>Doch bleiben</translation>
    </message>
    <message>
        <source>What calls you away?</source>
        <translation>Was ruft Dich weg?</translation>
    </message>
    <message>
        <source>One slow breath, then go ahead.</source>
        <translation>Ein langsamer Atemzug, dann los.</translation>
    </message>
    <message>
        <source>What calls you away? Only you see it.</source>
        <translation>Was ruft Dich weg? Nur Du siehst es.</translation>
    </message>
    <message>
        <source>If you like: what calls you away?</source>
        <translation>Wenn Du magst: Was ruft Dich weg?</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
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
        <translation>Ich brauche meinen Computer</translation>
    </message>
    <message>
        <source>End early</source>
        <translation>Früher beenden</translation>
    </message>
    <message>
        <source>Stop the breathing guide</source>
        <translation>Atemhilfe beenden</translation>
    </message>
    <message>
        <source>Breathe with me</source>
        <translation>Mit mir atmen</translation>
    </message>
    <message>
        <source>1 day {hours} h</source>
        <translation>1 Tag {hours} h</translation>
    </message>
    <message>
        <source>{days} days {hours} h</source>
        <translation>{days} Tage {hours} h</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>Time away from the screen</source>
        <translation>Zeit ohne Bildschirm</translation>
    </message>
    <message>
        <source>with {person}</source>
        <translation>mit {person}</translation>
    </message>
    <message>
        <source>Perhaps: {idea}</source>
        <translation>Vielleicht: {idea}</translation>
    </message>
    <message>
        <source>This is still your time. The screen can wait.</source>
        <translation>Das ist noch Deine Zeit. Der Bildschirm kann warten.</translation>
    </message>
    <message>
        <source>You promised this, to others too. unplug cannot lock this computer; it keeps the promise visible.</source>
        <translation>Du hast es versprochen, auch anderen. unplug kann diesen Computer nicht sperren; es hält das Versprechen sichtbar.</translation>
    </message>
    <message>
        <source>unplug cannot lock this computer; it keeps your plan visible.</source>
        <translation>unplug kann diesen Computer nicht sperren; es hält Deinen Plan sichtbar.</translation>
    </message>
    <message>
        <source>Somebody needs me</source>
        <translation>Jemand braucht mich</translation>
    </message>
    <message>
        <source>Something urgent</source>
        <translation>Etwas Dringendes</translation>
    </message>
    <message>
        <source>I am done with this</source>
        <translation>Ich bin damit fertig</translation>
    </message>
    <message>
        <source>Not the right moment</source>
        <translation>Nicht der richtige Moment</translation>
    </message>
    <message>
        <source>Your device-free time is over.</source>
        <translation>Deine gerätefreie Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>Half of it is behind you. {left} left.</source>
        <translation>Die Hälfte ist geschafft. Noch {left}.</translation>
    </message>
    <message>
        <source>Device-free time: {purpose}. {left} left. Press Escape if you need your computer.</source>
        <translation>Gerätefreie Zeit: {purpose}. Noch {left}. Drück Escape, wenn Du Deinen Computer brauchst.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Patterns</name>
    <message>
        <source>Screen time</source>
        <translation>Bildschirmzeit</translation>
    </message>
    <message>
        <source>No screen time in this range.</source>
        <translation>Keine Bildschirmzeit in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Most on {day} at {hour}: {length} on average.</source>
        <translation>Am meisten am {day} um {hour}: {length} im Schnitt.</translation>
    </message>
    <message>
        <source>Two whole weeks are needed to compare them.</source>
        <translation>Für einen Vergleich braucht es zwei ganze Wochen.</translation>
    </message>
    <message>
        <source>The last whole week was about the same as the one before.</source>
        <translation>Die letzte ganze Woche war etwa gleich wie die davor.</translation>
    </message>
    <message>
        <source>The last whole week: {by} a day less than the one before (surely {low} to {high}).</source>
        <translation>Die letzte ganze Woche: {by} am Tag weniger als in der davor (sicher {low} bis {high}).</translation>
    </message>
    <message>
        <source>The last whole week: {by} a day more than the one before (surely {low} to {high}).</source>
        <translation>Die letzte ganze Woche: {by} am Tag mehr als in der davor (sicher {low} bis {high}).</translation>
    </message>
    <message>
        <source>{n} changes of app an hour; {share} % of the time in stretches of 25 minutes or more.</source>
        <translation>{n} App-Wechsel pro Stunde; {share} % der Zeit in Strecken von 25 Minuten oder mehr.</translation>
    </message>
    <message>
        <source>{late} of {all} evenings went on after 23:20.</source>
        <translation>{late} von {all} Abenden gingen über 23:20 hinaus.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>No patterns yet</source>
        <translation>Noch keine Muster</translation>
    </message>
    <message>
        <source>The first pictures come with the first day, comparisons of weeks after two of them, and insights after about a month.</source>
        <translation>Die ersten Bilder kommen mit dem ersten Tag, Vergleiche von Wochen nach zweien, und Einsichten nach etwa einem Monat.</translation>
    </message>
    <message>
        <source>No clear pattern this week, and that is fine.</source>
        <translation>Kein klares Muster diese Woche, und das ist gut so.</translation>
    </message>
    <message>
        <source>Each day on which you note a mood becomes a dot here.</source>
        <translation>Jeder Tag, an dem Du eine Stimmung notierst, wird hier ein Punkt.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Stunden der Woche</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>Weeks beside each other</source>
        <translation>Wochen nebeneinander</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Changes of app an hour</source>
        <translation>App-Wechsel pro Stunde</translation>
    </message>
    <message>
        <source>How broken up the time is</source>
        <translation>Wie zerstückelt die Zeit ist</translation>
    </message>
    <message>
        <source>Late evenings</source>
        <translation>Späte Abende</translation>
    </message>
    <message>
        <source>First app after coming back</source>
        <translation>Erste App nach der Rückkehr</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Mood beside screen time</source>
        <translation>Stimmung neben Bildschirmzeit</translation>
    </message>
    <message>
        <source>People met</source>
        <translation>Getroffene Menschen</translation>
    </message>
    <message>
        <source>Mood beside meetings</source>
        <translation>Stimmung neben Treffen</translation>
    </message>
    <message>
        <source>Screen time a day, of the days with any.</source>
        <translation>Bildschirmzeit am Tag, von den Tagen mit welcher.</translation>
    </message>
    <message>
        <source>The notch: the range of that length before.</source>
        <translation>Die Kerbe: der gleich lange Zeitraum davor.</translation>
    </message>
    <message>
        <source>What goes together need not cause one another.</source>
        <translation>Was zusammen geht, muss einander nicht verursachen.</translation>
    </message>
    <message>
        <source>Screen time from 23:00 on; dots from 20 minutes.</source>
        <translation>Bildschirmzeit ab 23:00; Punkte ab 20 Minuten.</translation>
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
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Circles</source>
        <translation>Kreise</translation>
    </message>
    <message>
        <source>After how many days it would be good to meet again, and after how many it has been too long.</source>
        <translation>Nach wie vielen Tagen ein Treffen wieder gut wäre, und nach wie vielen es zu lange her ist.</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>At the latest</source>
        <translation>Spätestens</translation>
    </message>
    <message>
        <source>Add a circle</source>
        <translation>Einen Kreis hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name of the circle</source>
        <translation>Name des Kreises</translation>
    </message>
    <message>
        <source>{name}: days</source>
        <translation>{name}: Tage</translation>
    </message>
    <message>
        <source>{name}: days at the latest</source>
        <translation>{name}: Tage spätestens</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Each circle needs a name, and the later time may not be shorter.</source>
        <translation>Jeder Kreis braucht einen Namen, und die spätere Zeit darf nicht kürzer sein.</translation>
    </message>
    <message>
        <source>Logged a call with {names}</source>
        <translation>Anruf mit {names} eingetragen</translation>
    </message>
    <message>
        <source>Logged a meeting with {names}</source>
        <translation>Treffen mit {names} eingetragen</translation>
    </message>
    <message>
        <source>Taken out of the history</source>
        <translation>Aus dem Verlauf genommen</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gespeichert</translation>
    </message>
    <message>
        <source>{name} is never suggested</source>
        <translation>{name} wird nie vorgeschlagen</translation>
    </message>
    <message>
        <source>{name} may be suggested again</source>
        <translation>{name} darf wieder vorgeschlagen werden</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Merged into {name}</source>
        <translation>Mit {name} zusammengeführt</translation>
    </message>
    <message>
        <source>Forgotten everywhere</source>
        <translation>Überall vergessen</translation>
    </message>
    <message>
        <source>Circles saved</source>
        <translation>Kreise gespeichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation>Eine Person oder zwei?</translation>
    </message>
    <message>
        <source>One person: merge</source>
        <translation>Eine Person: zusammenführen</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Zwei Personen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>Wer ist dieselbe Person wie {name}?</translation>
    </message>
    <message>
        <source>No more pairs to look at</source>
        <translation>Keine weiteren Paare anzusehen</translation>
    </message>
    <message>
        <source>Whoever could be the same person was decided.</source>
        <translation>Über alle, die dieselbe Person sein könnten, ist entschieden.</translation>
    </message>
    <message>
        <source>{count} more after this one</source>
        <translation>danach noch {count}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Jemand Neues</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Name, as it is written</source>
        <translation>Name, so wie man ihn schreibt</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>Spitznamen</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>Wie nah</translation>
    </message>
    <message>
        <source>Usually free</source>
        <translation>Meist frei</translation>
    </message>
    <message>
        <source>Usual free times</source>
        <translation>Übliche freie Zeiten</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Empty if it is the same as yours.</source>
        <translation>Leer, wenn sie dieselbe ist wie Deine.</translation>
    </message>
    <message>
        <source>1996-04-15, or 04-15 if the year is not known.</source>
        <translation>1996-04-15, oder 04-15, wenn das Jahr nicht bekannt ist.</translation>
    </message>
    <message>
        <source>One a line: 2001-05-03 wedding</source>
        <translation>Einer pro Zeile: 2001-05-03 Hochzeit</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere Tage</translation>
    </message>
    <message>
        <source>Remind me of these days</source>
        <translation>An diese Tage erinnern</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Wie Du sie erreichst</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Eine pro Zeile.</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>One a line: signal:@name</source>
        <translation>Einer pro Zeile: signal:@name</translation>
    </message>
    <message>
        <source>Messengers</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>Between you</source>
        <translation>Zwischen Euch</translation>
    </message>
    <message>
        <source>Divided by commas.</source>
        <translation>Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>What you share</source>
        <translation>Was Euch verbindet</translation>
    </message>
    <message>
        <source>What you last talked about</source>
        <translation>Worüber Ihr zuletzt gesprochen habt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Where they appear</source>
        <translation>Wo sie erscheinen</translation>
    </message>
    <message>
        <source>Never suggest them</source>
        <translation>Nie vorschlagen</translation>
    </message>
    <message>
        <source>Show them nowhere</source>
        <translation>Nirgends zeigen</translation>
    </message>
    <message>
        <source>In memoriam</source>
        <translation>In Erinnerung</translation>
    </message>
    <message>
        <source>In my quiet corner, for low days</source>
        <translation>In meiner stillen Ecke, für schwere Tage</translation>
    </message>
    <message>
        <source>No circle</source>
        <translation>Kein Kreis</translation>
    </message>
    <message>
        <source>{circle}, every {days}</source>
        <translation>{circle}, alle {days}</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Wie eng</translation>
    </message>
    <message>
        <source>Their own:</source>
        <translation>Eigener:</translation>
    </message>
    <message>
        <source>Meet every so many days</source>
        <translation>Alle so viele Tage treffen</translation>
    </message>
    <message>
        <source>After so many days at the latest</source>
        <translation>Spätestens nach so vielen Tagen</translation>
    </message>
    <message>
        <source>Days, and days at the latest; else the circle&apos;s.</source>
        <translation>Tage, und Tage spätestens; sonst die des Kreises.</translation>
    </message>
    <message>
        <source>How often to meet</source>
        <translation>Wie oft Ihr Euch treffen wollt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>This is no PNG, JPEG or GIF below 4 MiB.</source>
        <translation>Das ist kein PNG, JPEG oder GIF unter 4 MiB.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>{day} {start}–{end}, free</source>
        <translation>{day} {start}–{end}, frei</translation>
    </message>
    <message>
        <source>{day} {start}–{end}, not free</source>
        <translation>{day} {start}–{end}, nicht frei</translation>
    </message>
    <message>
        <source>What would be read</source>
        <translation>Was gelesen würde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Telefon oder E-Mail</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>What {column} is taken as</source>
        <translation>Als was {column} gelesen wird</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Zweiter Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Title before the name</source>
        <translation>Titel vor dem Namen</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Namenszusatz</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Spitzname</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>Geburtsmonat</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>Geburtstag (Tag)</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Jahrestag</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Bezeichnungen</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Kind of e-mail</source>
        <translation>Art der E-Mail</translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation>Art des Telefons</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>Service of the messenger</source>
        <translation>Dienst des Messengers</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Ein anderer Tag</translation>
    </message>
    <message>
        <source>What that day is</source>
        <translation>Was für ein Tag das ist</translation>
    </message>
    <message>
        <source>Import an address book</source>
        <translation>Ein Adressbuch importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Import zurücknehmen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Einen Ordner wählen …</translation>
    </message>
    <message>
        <source>vCard or CSV files</source>
        <translation>vCard- oder CSV-Dateien</translation>
    </message>
    <message>
        <source>As phones, Google, Outlook, Thunderbird and most others export them. You can drop them here, too. The same file twice changes nothing.</source>
        <translation>Wie Telefone, Google, Outlook, Thunderbird und die meisten anderen sie exportieren. Du kannst sie auch hierher ziehen. Dieselbe Datei zweimal ändert nichts.</translation>
    </message>
    <message>
        <source>File to look at</source>
        <translation>Datei zum Ansehen</translation>
    </message>
    <message>
        <source>Change it if letters below look wrong.</source>
        <translation>Ändere sie, wenn Buchstaben unten falsch aussehen.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Was nicht gelesen werden konnte</translation>
    </message>
    <message>
        <source>Address books</source>
        <translation>Adressbücher</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Address books to import</source>
        <translation>Adressbücher zum Importieren</translation>
    </message>
    <message>
        <source>A folder of address books</source>
        <translation>Ein Ordner mit Adressbüchern</translation>
    </message>
    <message>
        <source>{kind} file · people in it: about {count}</source>
        <translation>{kind}-Datei · Menschen darin: etwa {count}</translation>
    </message>
    <message>
        <source>{files} files · people in them: about {count}</source>
        <translation>{files} Dateien · Menschen darin: etwa {count}</translation>
    </message>
    <message>
        <source>Found: {code}</source>
        <translation>Gefunden: {code}</translation>
    </message>
    <message>
        <source>{new} new, {merged} merged, {unchanged} unchanged</source>
        <translation>{new} neu, {merged} zusammengeführt, {unchanged} unverändert</translation>
    </message>
    <message>
        <source>{count} things could not be read; they are kept:</source>
        <translation>{count} Dinge konnten nicht gelesen werden; sie werden aufgehoben:</translation>
    </message>
    <message>
        <source>Look at {count} likely pairs</source>
        <translation>{count} wahrscheinliche Paare ansehen</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>Der Import wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Log a meeting</source>
        <translation>Ein Treffen eintragen</translation>
    </message>
    <message>
        <source>How you met</source>
        <translation>Wie Ihr Euch getroffen habt</translation>
    </message>
    <message>
        <source>How it felt</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Enter takes a name; once more, and it is done.</source>
        <translation>Enter übernimmt einen Namen; noch einmal, und es ist fertig.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>1 hard to 5 very good; say it or not.</source>
        <translation>1 schwierig bis 5 sehr gut; sag es oder nicht.</translation>
    </message>
    <message>
        <source>What you talked about</source>
        <translation>Worüber Ihr gesprochen habt</translation>
    </message>
    <message>
        <source>Anything to remember</source>
        <translation>Etwas, woran Du denken möchtest</translation>
    </message>
    <message>
        <source>Everything about {name} is deleted, in the backups too, and the name is left blank wherever else it stands. There is no way back.</source>
        <translation>Alles über {name} wird gelöscht, auch in den Sicherungen, und wo der Name sonst steht, bleibt er leer. Es gibt keinen Weg zurück.</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation>{name} vergessen?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Find by name, number, address</source>
        <translation>Suche nach Name, Nummer, Adresse</translation>
    </message>
    <message>
        <source>Who is listed</source>
        <translation>Wer aufgeführt ist</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Circles…</source>
        <translation>Kreise …</translation>
    </message>
    <message>
        <source>Linked folder…</source>
        <translation>Verknüpfter Ordner …</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Noch niemand hier</translation>
    </message>
    <message>
        <source>Import your address book, or add the few people you would like to see more often. They stay on this computer.</source>
        <translation>Importiere Dein Adressbuch, oder füg die wenigen hinzu, die Du öfter sehen möchtest. Sie bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Time to meet</source>
        <translation>Zeit für ein Treffen</translation>
    </message>
    <message>
        <source>Not suggested</source>
        <translation>Nicht vorgeschlagen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} Personen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>Wieder vorschlagen</translation>
    </message>
    <message>
        <source>Never suggest</source>
        <translation>Nie vorschlagen</translation>
    </message>
    <message>
        <source>Not in memoriam</source>
        <translation>Nicht in Erinnerung</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <source>Forget everywhere…</source>
        <translation>Überall vergessen …</translation>
    </message>
    <message>
        <source>{value} of 5</source>
        <translation>{value} von 5</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Meetings and calls that you log appear here.</source>
        <translation>Hier erscheinen Treffen und Anrufe, die Du einträgst.</translation>
    </message>
    <message>
        <source>Take out of the history</source>
        <translation>Aus dem Verlauf nehmen</translation>
    </message>
    <message>
        <source>every {days}</source>
        <translation>alle {days}</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Einen Namen tippen</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Menschen</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>{name} weglassen</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Freunde</translation>
    </message>
    <message>
        <source>Wider circle</source>
        <translation>Weiterer Kreis</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>Ruhend</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>Met {days} ago</source>
        <translation>Vor {days} getroffen</translation>
    </message>
    <message>
        <source>Met today</source>
        <translation>Heute getroffen</translation>
    </message>
    <message>
        <source>called {days} ago</source>
        <translation>vor {days} angerufen</translation>
    </message>
    <message>
        <source>called today</source>
        <translation>heute angerufen</translation>
    </message>
    <message>
        <source>No meeting logged yet</source>
        <translation>Noch kein Treffen eingetragen</translation>
    </message>
    <message>
        <source>{days} at the longest</source>
        <translation>höchstens {days}</translation>
    </message>
    <message>
        <source>every {days} is your wish</source>
        <translation>alle {days} ist Dein Wunsch</translation>
    </message>
    <message>
        <source>good again in {days}</source>
        <translation>wieder dran in {days}</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Never suggested</source>
        <translation>Nie vorgeschlagen</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>time to meet</source>
        <translation>Zeit für ein Treffen</translation>
    </message>
    <message>
        <source>Turns {years}</source>
        <translation>Wird {years}</translation>
    </message>
    <message>
        <source>{what}, {years} years</source>
        <translation>{what}, {years} Jahre</translation>
    </message>
    <message>
        <source>{what} today</source>
        <translation>{what} heute</translation>
    </message>
    <message>
        <source>{what} tomorrow</source>
        <translation>{what} morgen</translation>
    </message>
    <message>
        <source>{what} in {days}</source>
        <translation>{what} in {days}</translation>
    </message>
    <message>
        <source>{what} on {day}</source>
        <translation>{what} am {day}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>schwierig</translation>
    </message>
    <message>
        <source>a bit hard</source>
        <translation>etwas schwierig</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>sehr gut</translation>
    </message>
    <message>
        <source>Linked folder</source>
        <translation>Verknüpfter Ordner</translation>
    </message>
    <message>
        <source>A folder with a vCard file for each person, as vdirsyncer and khard keep it: the address book of your server and telephone comes along. Changes go both ways; what only unplug knows stays here.</source>
        <translation>Ein Ordner mit einer vCard-Datei für jede Person, wie vdirsyncer und khard ihn führen: So kommt das Adressbuch von Server und Telefon mit. Änderungen gehen in beide Richtungen; was nur unplug weiß, bleibt hier.</translation>
    </message>
    <message>
        <source>Let go of it</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>Bring into step</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Write those there, too, who are only here</source>
        <translation>Auch die dort anlegen, die nur hier sind</translation>
    </message>
    <message>
        <source>Keep those here</source>
        <translation>Die hier behalten</translation>
    </message>
    <message>
        <source>Keep those there</source>
        <translation>Die dort behalten</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>A folder with a vCard file for each person</source>
        <translation>Ein Ordner mit einer vCard-Datei für jede Person</translation>
    </message>
    <message>
        <source>Looking into it …</source>
        <translation>Wird durchgesehen …</translation>
    </message>
    <message>
        <source>In step: {taken} came from there, {deleted} deleted here, {written} written there.</source>
        <translation>Abgeglichen: {taken} kamen von dort, {deleted} hier gelöscht, {written} dort geschrieben.</translation>
    </message>
    <message>
        <source>{count} things there could not be read.</source>
        <translation>{count} Dinge dort waren nicht zu lesen.</translation>
    </message>
    <message>
        <source>Both sides changed: {names}</source>
        <translation>Auf beiden Seiten geändert: {names}</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>something went wrong, and the report could not be saved: {reason}</source>
        <translation>Etwas ist schiefgegangen, und der Bericht konnte nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>something went wrong, report saved at {path}</source>
        <translation>Etwas ist schiefgegangen, Bericht gespeichert unter {path}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the numbers</source>
        <translation>Die Zahlen speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild speichern</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>In your own words, such as: {example}</source>
        <translation>In Deinen eigenen Worten, etwa: {example}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How often it comes</source>
        <translation>Wie oft es kommt</translation>
    </message>
    <message>
        <source>On which days</source>
        <translation>An welchen Tagen</translation>
    </message>
    <message>
        <source>On which date</source>
        <translation>An welchem Datum</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Your sentence says more than these buttons can show.</source>
        <translation>Dein Satz sagt mehr, als diese Knöpfe zeigen können.</translation>
    </message>
    <message>
        <source>By which clock</source>
        <translation>Nach welcher Uhr</translation>
    </message>
    <message>
        <source>Where I am</source>
        <translation>Wo ich bin</translation>
    </message>
    <message>
        <source>Always in one place</source>
        <translation>Immer an einem Ort</translation>
    </message>
    <message>
        <source>The place&apos;s time zone</source>
        <translation>Die Zeitzone des Ortes</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>An RRULE as calendars write it (RFC 5545).</source>
        <translation>Eine RRULE, wie Kalender sie schreiben (RFC 5545).</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Für Fortgeschrittene</translation>
    </message>
    <message>
        <source>as I wrote it</source>
        <translation>wie ich es geschrieben habe</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every other week</source>
        <translation>jede zweite Woche</translation>
    </message>
    <message>
        <source>every {weeks} weeks</source>
        <translation>alle {weeks} Wochen</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>Would be taken</source>
        <translation>Würde übernommen</translation>
    </message>
    <message>
        <source>Would be left out</source>
        <translation>Würde weggelassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>From {file}. Nothing is taken yet.</source>
        <translation>Aus {file}. Noch ist nichts übernommen.</translation>
    </message>
    <message>
        <source>No event in this file can be a plan.</source>
        <translation>Kein Termin in dieser Datei kann ein Plan sein.</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Zeile {line}: {what}</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… und {count} weitere.</translation>
    </message>
    <message>
        <source>{says} · changes the plan you have</source>
        <translation>{says} · ändert den Plan, den Du hast</translation>
    </message>
    <message>
        <source>Take 1 plan</source>
        <translation>1 Plan übernehmen</translation>
    </message>
    <message>
        <source>Take {count} plans</source>
        <translation>{count} Pläne übernehmen</translation>
    </message>
    <message>
        <source>What sets it off</source>
        <translation>Was sie auslöst</translation>
    </message>
    <message>
        <source>quiet from</source>
        <translation>still ab</translation>
    </message>
    <message>
        <source>until bed at</source>
        <translation>bis zur Bettzeit um</translation>
    </message>
    <message>
        <source>last screens at</source>
        <translation>letzte Bildschirme um</translation>
    </message>
    <message>
        <source>first ones at</source>
        <translation>erste um</translation>
    </message>
    <message>
        <source>Keep this plan</source>
        <translation>Diesen Plan behalten</translation>
    </message>
    <message>
        <source>It comes no more: all its dates are over.</source>
        <translation>Es kommt nicht mehr: Alle Termine sind vorbei.</translation>
    </message>
    <message>
        <source>It comes by use, not by the clock.</source>
        <translation>Es kommt nach Nutzung, nicht nach der Uhr.</translation>
    </message>
    <message>
        <source>Say what it is called.</source>
        <translation>Sag, wie er heißen soll.</translation>
    </message>
    <message>
        <source>There is a plan of that name already.</source>
        <translation>Einen Plan mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>Pause from</source>
        <translation>Pause ab</translation>
    </message>
    <message>
        <source>Add pause</source>
        <translation>Pause hinzufügen</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Both days are included.</source>
        <translation>Beide Tage gehören dazu.</translation>
    </message>
    <message>
        <source>rests {first} – {last}</source>
        <translation>ruht {first} – {last}</translation>
    </message>
    <message>
        <source>not on {day}</source>
        <translation>nicht am {day}</translation>
    </message>
    <message>
        <source>Not on public holidays ({country})</source>
        <translation>Nicht an Feiertagen ({country})</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Zurücknehmen: {what}</translation>
    </message>
    <message>
        <source>a walk along the river, say</source>
        <translation>ein Spaziergang am Fluss zum Beispiel</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand Bestimmtes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>The screen says so while it lasts.</source>
        <translation>Der Bildschirm zeigt es, solange sie dauert.</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Mit wem</translation>
    </message>
    <message>
        <source>Kept, it counts as time spent together.</source>
        <translation>Eingehalten zählt sie als gemeinsame Zeit.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>How firmly</source>
        <translation>Wie fest</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Heute nicht</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>I need my computer</source>
        <translation>Ich brauche meinen Computer</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Diese auslassen</translation>
    </message>
    <message>
        <source>Unplug now</source>
        <translation>Jetzt abschalten</translation>
    </message>
    <message>
        <source>Resume reminders</source>
        <translation>Erinnerungen fortsetzen</translation>
    </message>
    <message>
        <source>No device-free time is planned.</source>
        <translation>Es ist keine gerätefreie Zeit geplant.</translation>
    </message>
    <message>
        <source>In {minutes} min instead</source>
        <translation>Stattdessen in {minutes} min</translation>
    </message>
    <message>
        <source>Do not skip {title}</source>
        <translation>{title} doch nicht auslassen</translation>
    </message>
    <message>
        <source>Reminders are paused until {when}.</source>
        <translation>Erinnerungen ruhen bis {when}.</translation>
    </message>
    <message>
        <source>For {length}</source>
        <translation>Für {length}</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Bis {time}</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Neuer Plan</translation>
    </message>
    <message>
        <source>{plan} was removed</source>
        <translation>{plan} wurde entfernt</translation>
    </message>
    <message>
        <source>Import plans from a calendar</source>
        <translation>Pläne aus einem Kalender importieren</translation>
    </message>
    <message>
        <source>Calendars (*.ics);;All files (*)</source>
        <translation>Kalender (*.ics);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>Einen Kalender importieren</translation>
    </message>
    <message>
        <source>Export plans as a calendar</source>
        <translation>Pläne als Kalender exportieren</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>In {file} geschrieben</translation>
    </message>
    <message>
        <source>{text}; without {plans}, which follow use</source>
        <translation>{text}; ohne {plans}, die der Nutzung folgen</translation>
    </message>
    <message>
        <source>Edit plan</source>
        <translation>Plan bearbeiten</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Einen Plan machen</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>Noch keine Pläne</translation>
    </message>
    <message>
        <source>A plan brings device-free time by itself: every Saturday morning, say, or ten minutes after each fifty at the screen.</source>
        <translation>Ein Plan bringt gerätefreie Zeit von selbst: jeden Samstagmorgen, sagen wir, oder zehn Minuten nach je fünfzig am Bildschirm.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Wie es lief</translation>
    </message>
    <message>
        <source>Sessions appear here when they are over.</source>
        <translation>Hier erscheinen Auszeiten, wenn sie vorbei sind.</translation>
    </message>
    <message>
        <source>{title} with {person}</source>
        <translation>{title} mit {person}</translation>
    </message>
    <message>
        <source>How did it feel?</source>
        <translation>Wie hat es sich angefühlt?</translation>
    </message>
    <message>
        <source>How did it feel: {title}</source>
        <translation>Wie hat es sich angefühlt: {title}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>{plan}: on</source>
        <translation>{plan}: an</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>{purpose} with {person}</source>
        <translation>{purpose} mit {person}</translation>
    </message>
    <message>
        <source>It comes on</source>
        <translation>Es kommt am</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave out {when}</source>
        <translation>{when} weglassen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Time of use</source>
        <translation>Zeit der Nutzung</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>Zeit der Pause</translation>
    </message>
    <message>
        <source>A longer one</source>
        <translation>Eine längere</translation>
    </message>
    <message>
        <source>Every how many breaks</source>
        <translation>Alle wie viele Pausen</translation>
    </message>
    <message>
        <source>Time off of a long break</source>
        <translation>Zeit einer langen Pause</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>of use,</source>
        <translation>Nutzung,</translation>
    </message>
    <message>
        <source>off.</source>
        <translation>frei.</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>breaks,</source>
        <translation>Pausen,</translation>
    </message>
    <message>
        <source>Only time at the screen counts. A break of your own that is long enough counts as taken.</source>
        <translation>Nur Zeit am Bildschirm zählt. Eine eigene Pause, die lang genug ist, zählt als genommen.</translation>
    </message>
    <message>
        <source>On which evenings</source>
        <translation>An welchen Abenden</translation>
    </message>
    <message>
        <source>On which day it ends</source>
        <translation>An welchem Tag es endet</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>am selben Tag</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>am nächsten Tag</translation>
    </message>
    <message>
        <source>{days} days later</source>
        <translation>{days} Tage später</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>kept, {kept}</source>
        <translation>eingehalten, {kept}</translation>
    </message>
    <message>
        <source>moved by {moved}, kept {kept}</source>
        <translation>um {moved} verschoben, {kept} eingehalten</translation>
    </message>
    <message>
        <source>ended early, after {kept} of {meant}</source>
        <translation>früher beendet, nach {kept} von {meant}</translation>
    </message>
    <message>
        <source>kept away from the screen, {kept}</source>
        <translation>vom Bildschirm fern geblieben, {kept}</translation>
    </message>
    <message>
        <source>a break of your own, {kept}</source>
        <translation>eine eigene Pause, {kept}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>gave way to something else</source>
        <translation>hat etwas anderem Platz gemacht</translation>
    </message>
    <message>
        <source>offered, and let pass</source>
        <translation>angeboten und vorbeigehen lassen</translation>
    </message>
    <message>
        <source>not seen: unplug did not run</source>
        <translation>nicht gesehen: unplug lief nicht</translation>
    </message>
    <message>
        <source>needed the computer</source>
        <translation>brauchte den Computer</translation>
    </message>
    <message>
        <source>it waited for the end of {reasons}</source>
        <translation>wartete auf das Ende: {reasons}</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>ein Anruf</translation>
    </message>
    <message>
        <source>your use of the camera</source>
        <translation>Deine Nutzung der Kamera</translation>
    </message>
    <message>
        <source>your use of the microphone</source>
        <translation>Deine Nutzung des Mikrofons</translation>
    </message>
    <message>
        <source>screen sharing</source>
        <translation>Bildschirm wird geteilt</translation>
    </message>
    <message>
        <source>a full-screen app</source>
        <translation>eine App im Vollbild</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>eine Präsentation</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>a meeting</source>
        <translation>eine Besprechung</translation>
    </message>
    <message>
        <source>an app you chose</source>
        <translation>eine App, die Du gewählt hast</translation>
    </message>
    <message>
        <source>time on battery</source>
        <translation>Zeit im Akkubetrieb</translation>
    </message>
    <message>
        <source>a pause of reminders</source>
        <translation>eine Pause der Erinnerungen</translation>
    </message>
    <message>
        <source>{feeling} – {note}</source>
        <translation>{feeling} – {note}</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Heute, {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>Gestern, {time}</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
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
        <translation>aus</translation>
    </message>
    <message>
        <source>rests until {day}</source>
        <translation>ruht bis {day}</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>heute, {time}</translation>
    </message>
    <message>
        <source>next: {when}</source>
        <translation>als Nächstes: {when}</translation>
    </message>
    <message>
        <source>counts your use</source>
        <translation>zählt Deine Nutzung</translation>
    </message>
    <message>
        <source>comes no more</source>
        <translation>kommt nicht mehr</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Versprechen</translation>
    </message>
    <message>
        <source>A small strip and a note. Nothing covers the screen.</source>
        <translation>Ein kleiner Streifen und eine Notiz. Nichts verdeckt den Bildschirm.</translation>
    </message>
    <message>
        <source>Every monitor is covered. Leaving early takes one slow breath and a reason, a few times a week; “I need my computer” is always there.</source>
        <translation>Jeder Bildschirm wird bedeckt. Früher gehen kostet einen langsamen Atemzug und einen Grund, ein paar Mal pro Woche; „Ich brauche meinen Computer“ ist immer da.</translation>
    </message>
    <message>
        <source>As firm, and a trip group you share with hears how it went. unplug cannot lock this computer; it keeps the promise visible.</source>
        <translation>Wie „fest“, und eine Ausflugsgruppe, mit der Du teilst, erfährt, wie es lief. unplug kann diesen Computer nicht sperren; es hält das Versprechen sichtbar.</translation>
    </message>
    <message>
        <source>By the calendar</source>
        <translation>Nach dem Kalender</translation>
    </message>
    <message>
        <source>After use</source>
        <translation>Nach Nutzung</translation>
    </message>
    <message>
        <source>Evenings</source>
        <translation>Abende</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>Nächte</translation>
    </message>
    <message>
        <source>On days and at times that you choose.</source>
        <translation>An Tagen und zu Zeiten, die Du wählst.</translation>
    </message>
    <message>
        <source>After so much time at the screen; breaks of your own count.</source>
        <translation>Nach so viel Zeit am Bildschirm; eigene Pausen zählen mit.</translation>
    </message>
    <message>
        <source>The evening gets quiet before you go to bed.</source>
        <translation>Der Abend wird still, bevor Du ins Bett gehst.</translation>
    </message>
    <message>
        <source>A last and a first hour for screens; between them they rest.</source>
        <translation>Eine letzte und eine erste Stunde für Bildschirme; dazwischen ruhen sie.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>one, another, …</source>
        <translation>eins, noch eins, …</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>by default {default}</source>
        <translation>standardmäßig {default}</translation>
    </message>
    <message>
        <source>names with commas between; by default none</source>
        <translation>Namen mit Kommas dazwischen; standardmäßig keine</translation>
    </message>
    <message>
        <source>{bounds}; by default {default}</source>
        <translation>{bounds}; standardmäßig {default}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Eine Einstellung suchen</translation>
    </message>
    <message>
        <source>Some changes count from the next start of unplug on.</source>
        <translation>Manche Änderungen gelten ab dem nächsten Start von unplug.</translation>
    </message>
    <message>
        <source>No setting is called that</source>
        <translation>Keine Einstellung heißt so</translation>
    </message>
    <message>
        <source>Try another word, or clear the search.</source>
        <translation>Versuch ein anderes Wort, oder leere die Suche.</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Everything is kept in {folder}.</source>
        <translation>Alles wird in {folder} aufbewahrt.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deletes all that was recorded, with every copy and backup: screen time, sessions, people, moods and trips. Settings stay. A single person is forgotten on their own page.</source>
        <translation>Löscht alles Aufgezeichnete, mit jeder Kopie und Sicherung: Bildschirmzeit, Auszeiten, Menschen, Stimmungen und Ausflüge. Die Einstellungen bleiben. Einen einzelnen Menschen vergisst Du auf seiner eigenen Seite.</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Alles löschen …</translation>
    </message>
    <message>
        <source>Erase everything that was recorded?</source>
        <translation>Alles Aufgezeichnete löschen?</translation>
    </message>
    <message>
        <source>Nobody can bring it back, unplug neither.</source>
        <translation>Niemand kann es zurückholen, auch unplug nicht.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>What is counted, and what is never kept.</source>
        <translation>Was gezählt und was nie aufgehoben wird.</translation>
    </message>
    <message>
        <source>Idle after</source>
        <translation>Untätig nach</translation>
    </message>
    <message>
        <source>Without any input for this long you count as idle, from the last input on.</source>
        <translation>Ohne Eingabe giltst Du nach so langer Zeit als untätig, ab der letzten Eingabe.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Whether the titles of windows are kept beside the names of apps.</source>
        <translation>Ob die Titel von Fenstern neben den Namen der Apps aufgehoben werden.</translation>
    </message>
    <message>
        <source>Excluded apps</source>
        <translation>Ausgenommene Apps</translation>
    </message>
    <message>
        <source>Apps whose use is counted, but never under their name.</source>
        <translation>Apps, deren Nutzung zählt, aber nie unter ihrem Namen.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>How time is cut into days.</source>
        <translation>Wie Zeit in Tage geteilt wird.</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt um</translation>
    </message>
    <message>
        <source>When a day starts, local time, so that a late night is still one evening.</source>
        <translation>Wann ein Tag beginnt, Ortszeit, damit eine späte Nacht noch ein Abend ist.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How long things are kept.</source>
        <translation>Wie lange Dinge aufgehoben werden.</translation>
    </message>
    <message>
        <source>Keep spans days</source>
        <translation>Tage für einzelne Strecken</translation>
    </message>
    <message>
        <source>How long single stretches are kept, 0 for ever; totals by day always stay.</source>
        <translation>Wie lange einzelne Strecken aufgehoben werden, 0 für immer; Summen pro Tag bleiben immer.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>How many daily copies of the database are kept, 0 for none.</source>
        <translation>Wie viele tägliche Kopien der Datenbank aufgehoben werden, 0 für keine.</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Leiste</translation>
    </message>
    <message>
        <source>What the icon shows.</source>
        <translation>Was das Symbol zeigt.</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Whether a ring round the icon shows today against your usual day.</source>
        <translation>Ob ein Ring um das Symbol den heutigen Tag neben Deinem üblichen zeigt.</translation>
    </message>
    <message>
        <source>Top apps</source>
        <translation>Meistgenutzte Apps</translation>
    </message>
    <message>
        <source>How many of today&apos;s apps the menu names.</source>
        <translation>Wie viele der heutigen Apps das Menü nennt.</translation>
    </message>
    <message>
        <source>apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Auszeiten</translation>
    </message>
    <message>
        <source>What device-free sessions wait for, and what they do to the desktop.</source>
        <translation>Worauf gerätefreie Zeiten warten und was sie mit dem Desktop tun.</translation>
    </message>
    <message>
        <source>Wait in calls</source>
        <translation>In Anrufen warten</translation>
    </message>
    <message>
        <source>Whether a session waits while an app says that it is in a call.</source>
        <translation>Ob eine Auszeit wartet, solange eine App sagt, dass sie in einem Anruf ist.</translation>
    </message>
    <message>
        <source>Wait for camera</source>
        <translation>Auf die Kamera warten</translation>
    </message>
    <message>
        <source>Whether it waits while a camera is in use.</source>
        <translation>Ob sie wartet, solange eine Kamera in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Wait for microphone</source>
        <translation>Auf das Mikrofon warten</translation>
    </message>
    <message>
        <source>Whether it waits while a microphone is in use.</source>
        <translation>Ob sie wartet, solange ein Mikrofon in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Wait while sharing</source>
        <translation>Beim Teilen warten</translation>
    </message>
    <message>
        <source>Whether it waits while the screen is shared or recorded.</source>
        <translation>Ob sie wartet, solange der Bildschirm geteilt oder aufgenommen wird.</translation>
    </message>
    <message>
        <source>Wait in full screen</source>
        <translation>Im Vollbild warten</translation>
    </message>
    <message>
        <source>Whether it waits while a window fills the screen.</source>
        <translation>Ob sie wartet, solange ein Fenster den Bildschirm füllt.</translation>
    </message>
    <message>
        <source>Wait while presenting</source>
        <translation>Bei Präsentationen warten</translation>
    </message>
    <message>
        <source>Whether it waits while slides are shown.</source>
        <translation>Ob sie wartet, solange Folien gezeigt werden.</translation>
    </message>
    <message>
        <source>Wait in do not disturb</source>
        <translation>Bei „Nicht stören“ warten</translation>
    </message>
    <message>
        <source>Whether it waits while you have do-not-disturb on.</source>
        <translation>Ob sie wartet, solange Du „Nicht stören“ an hast.</translation>
    </message>
    <message>
        <source>Wait for apps</source>
        <translation>Auf Apps warten</translation>
    </message>
    <message>
        <source>Apps that it waits for while one of them has the focus.</source>
        <translation>Apps, auf die gewartet wird, solange eine davon im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendars (.ics files or folders of them) whose meetings it stays out of.</source>
        <translation>Kalender (.ics-Dateien oder Ordner davon), aus deren Terminen sich Auszeiten heraushalten.</translation>
    </message>
    <message>
        <source>All day events</source>
        <translation>Ganztägige Termine</translation>
    </message>
    <message>
        <source>Whether events of these calendars without a time of day count, too.</source>
        <translation>Ob Termine dieser Kalender ohne Uhrzeit auch zählen.</translation>
    </message>
    <message>
        <source>Wait on battery</source>
        <translation>Im Akkubetrieb warten</translation>
    </message>
    <message>
        <source>Whether it waits while the computer runs on its battery.</source>
        <translation>Ob sie wartet, solange der Computer mit Akku läuft.</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Whether notifications are held back during a session.</source>
        <translation>Ob Benachrichtigungen während einer Auszeit zurückgehalten werden.</translation>
    </message>
    <message>
        <source>Pause media</source>
        <translation>Medien anhalten</translation>
    </message>
    <message>
        <source>Whether what plays is paused when a session begins.</source>
        <translation>Ob angehalten wird, was spielt, wenn eine Auszeit beginnt.</translation>
    </message>
    <message>
        <source>Screens off</source>
        <translation>Bildschirme aus</translation>
    </message>
    <message>
        <source>Whether the screens go dark a minute into a session of half an hour or more.</source>
        <translation>Ob die Bildschirme eine Minute nach Beginn dunkel werden, ab einer halben Stunde.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Whether the screen is locked a minute into such a session.</source>
        <translation>Ob der Bildschirm eine Minute nach Beginn gesperrt wird.</translation>
    </message>
    <message>
        <source>Skips a week</source>
        <translation>Ausgelassene pro Woche</translation>
    </message>
    <message>
        <source>How many firm sessions can be skipped in any seven days.</source>
        <translation>Wie viele feste Auszeiten in je sieben Tagen ausgelassen werden können.</translation>
    </message>
    <message>
        <source>skips</source>
        <translation>Mal auslassen</translation>
    </message>
    <message>
        <source>Exits a week</source>
        <translation>Ausstiege pro Woche</translation>
    </message>
    <message>
        <source>How many firm sessions can be ended early so; your computer is always yours.</source>
        <translation>Wie viele feste Auszeiten pro Woche so früher enden können; Dein Computer gehört immer Dir.</translation>
    </message>
    <message>
        <source>early ends</source>
        <translation>vorzeitige Enden</translation>
    </message>
    <message>
        <source>Ask feeling</source>
        <translation>Nach dem Gefühl fragen</translation>
    </message>
    <message>
        <source>Whether you are asked after a session how it felt.</source>
        <translation>Ob Du nach einer Auszeit gefragt wirst, wie sie sich angefühlt hat.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Whose public holidays count for plans that rest on them.</source>
        <translation>Wessen Feiertage für Pläne gelten, die dann ruhen.</translation>
    </message>
    <message>
        <source>a code like &quot;ES&quot; or &quot;DE-BY&quot;; &quot;&quot; for where you are</source>
        <translation>ein Kürzel wie „ES“ oder „DE-BY“; leer: wo Du bist</translation>
    </message>
    <message>
        <source>Unplug now keys</source>
        <translation>Tasten zum Abschalten</translation>
    </message>
    <message>
        <source>Keys that begin half an hour of device-free time, whatever has the focus.</source>
        <translation>Tasten, die eine halbe Stunde gerätefreie Zeit beginnen, was immer im Vordergrund ist.</translation>
    </message>
    <message>
        <source>keys like &quot;Ctrl+Alt+U&quot;; &quot;&quot; for none</source>
        <translation>Tasten wie „Ctrl+Alt+U“; leer: keine</translation>
    </message>
    <message>
        <source>Postpone keys</source>
        <translation>Tasten zum Verschieben</translation>
    </message>
    <message>
        <source>Keys that move the session that is announced.</source>
        <translation>Tasten, die die angekündigte Auszeit verschieben.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>How device-free time looks on the screen.</source>
        <translation>Wie gerätefreie Zeit auf dem Bildschirm aussieht.</translation>
    </message>
    <message>
        <source>Text percent</source>
        <translation>Text in Prozent</translation>
    </message>
    <message>
        <source>How large its text is, on top of the desktop&apos;s own size.</source>
        <translation>Wie groß ihr Text ist, zusätzlich zur Größe des Desktops.</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Whether nothing moves, so that the breathing guide is words alone.</source>
        <translation>Ob sich nichts bewegt, sodass die Atemhilfe nur aus Worten besteht.</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Ausflüge</translation>
    </message>
    <message>
        <source>Groups that go offline together.</source>
        <translation>Gruppen, die gemeinsam offline gehen.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Whether the keys of trips go into the desktop&apos;s keyring, where there is one.</source>
        <translation>Ob die Schlüssel von Ausflügen in den Schlüsselbund des Desktops kommen, wo es einen gibt.</translation>
    </message>
    <message>
        <source>Own broker</source>
        <translation>Eigener Broker</translation>
    </message>
    <message>
        <source>A broker on this computer for the trips that you organise.</source>
        <translation>Ein Broker auf diesem Computer für die Ausflüge, die Du organisierst.</translation>
    </message>
    <message>
        <source>Whether this computer listens in the local network while unplug runs, without a password; what passes is sealed.</source>
        <translation>Ob dieser Computer im lokalen Netz lauscht, solange unplug läuft, ohne Passwort; was durchgeht, ist versiegelt.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>On which port it listens.</source>
        <translation>Auf welchem Port er lauscht.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>At which of its addresses, where it has several.</source>
        <translation>Auf welcher seiner Adressen, wenn er mehrere hat.</translation>
    </message>
    <message>
        <source>a local address like &quot;192.168.1.5&quot;; &quot;&quot; to find it</source>
        <translation>eine lokale Adresse wie „192.168.1.5“; leer: sie wird gefunden</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>The calendar on a server that windows of trips are put into.</source>
        <translation>Der Kalender auf einem Server, in den Zeitfenster von Ausflügen kommen.</translation>
    </message>
    <message>
        <source>Url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where it is; set by `unplug trip calendar`, which keeps the password, too.</source>
        <translation>Wo er ist; wird von `unplug trip calendar` gesetzt, das auch das Passwort verwahrt.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <source>The name by which its server knows you.</source>
        <translation>Der Name, unter dem sein Server Dich kennt.</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Zuhause</translation>
    </message>
    <message>
        <source>A Home Assistant of yours that is told when you are unplugged.</source>
        <translation>Ein Home Assistant von Dir, der erfährt, wann Du offline bist.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>The MQTT broker it listens to; set by `unplug home`, with its password.</source>
        <translation>Der MQTT-Broker, auf den er hört; wird von `unplug home` gesetzt, mit seinem Passwort.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>When unplug may suggest somebody to see, and what.</source>
        <translation>Wann unplug jemanden vorschlagen darf, und was.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Whether unplug suggests somebody to see when screen time runs high.</source>
        <translation>Ob unplug jemanden vorschlägt, wenn die Bildschirmzeit hoch ist.</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Pro Tag</translation>
    </message>
    <message>
        <source>At most so many suggestions a day; in a week there are never more than 5.</source>
        <translation>Höchstens so viele Vorschläge am Tag; in einer Woche sind es nie mehr als 5.</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>From when on nothing is suggested, local time.</source>
        <translation>Ab wann nichts vorgeschlagen wird, Ortszeit.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Until when nothing is suggested; the same time twice: no quiet hours.</source>
        <translation>Bis wann nichts vorgeschlagen wird; zweimal dieselbe Zeit: keine ruhigen Stunden.</translation>
    </message>
    <message>
        <source>Wind down</source>
        <translation>Ausklingen</translation>
    </message>
    <message>
        <source>Whether any screen time in the late evening counts as high.</source>
        <translation>Ob jede Bildschirmzeit am späten Abend als viel gilt.</translation>
    </message>
    <message>
        <source>Wind down at</source>
        <translation>Ausklingen um</translation>
    </message>
    <message>
        <source>When that late evening begins.</source>
        <translation>Wann dieser späte Abend beginnt.</translation>
    </message>
    <message>
        <source>Limit min</source>
        <translation>Grenze in Minuten</translation>
    </message>
    <message>
        <source>Screen time a day above which it counts as high, 0 for no such limit.</source>
        <translation>Bildschirmzeit am Tag, ab der es als viel gilt, 0 für keine solche Grenze.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Cost most</source>
        <translation>Höchste Kosten</translation>
    </message>
    <message>
        <source>What a suggestion may cost: 0 nothing, 1 a coffee, 2 a meal, 3 more.</source>
        <translation>Was ein Vorschlag kosten darf: 0 nichts, 1 ein Kaffee, 2 ein Essen, 3 mehr.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>an address like &quot;{example}&quot;; &quot;&quot; for none</source>
        <translation>eine Adresse wie „{example}“; leer: keine</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Device-free time is announced</source>
        <translation>Gerätefreie Zeit ist angekündigt</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
    </message>
    <message>
        <source>Waits for a better moment.</source>
        <translation>Wartet auf einen besseren Moment.</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>noch {left}</translation>
    </message>
    <message>
        <source>In a moment</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>In {left}</source>
        <translation>In {left}</translation>
    </message>
    <message>
        <source>Waits while {reasons}.</source>
        <translation>Wartet, solange {reasons}.</translation>
    </message>
    <message>
        <source>you are in a call</source>
        <translation>Du in einem Anruf bist</translation>
    </message>
    <message>
        <source>the camera is on</source>
        <translation>die Kamera an ist</translation>
    </message>
    <message>
        <source>the microphone is on</source>
        <translation>das Mikrofon an ist</translation>
    </message>
    <message>
        <source>you share your screen</source>
        <translation>Du Deinen Bildschirm teilst</translation>
    </message>
    <message>
        <source>an app is full screen</source>
        <translation>eine App im Vollbild ist</translation>
    </message>
    <message>
        <source>you are presenting</source>
        <translation>Du etwas präsentierst</translation>
    </message>
    <message>
        <source>do not disturb is on</source>
        <translation>„Nicht stören“ an ist</translation>
    </message>
    <message>
        <source>you are in a meeting</source>
        <translation>Du in einer Besprechung bist</translation>
    </message>
    <message>
        <source>you use an app you chose</source>
        <translation>Du eine App nutzt, die Du gewählt hast</translation>
    </message>
    <message>
        <source>the computer is on battery</source>
        <translation>der Computer im Akkubetrieb ist</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>+{minutes} min</source>
        <translation>+{minutes} min</translation>
    </message>
    <message>
        <source>After this call</source>
        <translation>Nach diesem Anruf</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Heute nicht</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Save for a calendar</source>
        <translation>Für einen Kalender speichern</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>Wie war es?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>How did it feel?</source>
        <translation>Wie hat es sich angefühlt?</translation>
    </message>
    <message>
        <source>{felt} of 5</source>
        <translation>{felt} von 5</translation>
    </message>
    <message>
        <source>1: not good · 5: very good</source>
        <translation>1: nicht gut · 5: sehr gut</translation>
    </message>
    <message>
        <source>Anything to remember?</source>
        <translation>Etwas, woran Du denken möchtest?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Never this person</source>
        <translation>Diese Person nie</translation>
    </message>
    <message>
        <source>Somebody to see</source>
        <translation>Jemand, den Du sehen könntest</translation>
    </message>
    <message>
        <source>A quiet corner</source>
        <translation>Eine stille Ecke</translation>
    </message>
    <message>
        <source>Lunch time</source>
        <translation>Mittagszeit</translation>
    </message>
    <message>
        <source>After work</source>
        <translation>Nach der Arbeit</translation>
    </message>
    <message>
        <source>Evenings</source>
        <translation>Abends</translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation>Am Wochenende</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Other times</source>
        <translation>Andere Zeiten</translation>
    </message>
    <message>
        <source>Pause for four weeks</source>
        <translation>Vier Wochen pausieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>How would you like suggestions?</source>
        <translation>Wie möchtest Du Vorschläge?</translation>
    </message>
    <message>
        <source>Three went unanswered. What you say holds until you say otherwise; you are not asked again.</source>
        <translation>Drei blieben ohne Antwort. Was Du sagst, gilt, bis Du etwas anderes sagst; Du wirst nicht wieder gefragt.</translation>
    </message>
    <message>
        <source>When are suggestions welcome?</source>
        <translation>Wann sind Vorschläge willkommen?</translation>
    </message>
    <message>
        <source>At most one a day, never in quiet hours or in the middle of something. Empty: at any other time.</source>
        <translation>Höchstens einer am Tag, nie in ruhigen Stunden oder mitten in etwas. Leer: zu jeder anderen Zeit.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>When are you usually free?</source>
        <translation>Wann hast Du meist Zeit?</translation>
    </message>
    <message>
        <source>If you like. It spares you times that never suit you.</source>
        <translation>Wenn Du magst. Es erspart Dir Zeiten, die Dir nie passen.</translation>
    </message>
    <message>
        <source>When is each close friend usually free?</source>
        <translation>Wann haben Deine engen Freunde meist Zeit?</translation>
    </message>
    <message>
        <source>Once there are people in your close circle, their names stand here.</source>
        <translation>Sobald Menschen in Deinem engen Kreis sind, stehen ihre Namen hier.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Be device-free meanwhile</source>
        <translation>In der Zeit gerätefrei sein</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The words are yours: nothing is written.</source>
        <translation>Die Worte sind Deine: Nichts ist geschrieben.</translation>
    </message>
    <message>
        <source>Save for a calendar …</source>
        <translation>Für einen Kalender speichern …</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Eine Mail schreiben</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>When and with whom</source>
        <translation>Wann und mit wem</translation>
    </message>
    <message>
        <source>Suggest somebody</source>
        <translation>Jemanden vorschlagen</translation>
    </message>
    <message>
        <source>Nobody is suggested at present.</source>
        <translation>Zurzeit wird niemand vorgeschlagen.</translation>
    </message>
    <message>
        <source>{person}: {step}</source>
        <translation>{person}: {step}</translation>
    </message>
    <message>
        <source>{step} with {person}</source>
        <translation>{step} mit {person}</translation>
    </message>
    <message>
        <source>{day}, {start} to {end}</source>
        <translation>{day}, {start} bis {end}</translation>
    </message>
    <message>
        <source>Easy first: say hello to {person}.</source>
        <translation>Ganz einfach zuerst: {person} grüßen.</translation>
    </message>
    <message>
        <source>You last talked about: {topic}.</source>
        <translation>Zuletzt habt Ihr gesprochen über: {topic}.</translation>
    </message>
    <message>
        <source>A question to bring along: {question}</source>
        <translation>Eine Frage zum Mitnehmen: {question}</translation>
    </message>
    <message>
        <source>Did you and {person} talk?</source>
        <translation>Habt Ihr gesprochen, Du und {person}?</translation>
    </message>
    <message>
        <source>Did you and {person} meet?</source>
        <translation>Habt Ihr Euch getroffen, Du und {person}?</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>Dieser Tag</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation>Üblicher Bereich</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>At the screen</source>
        <translation>Am Bildschirm</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>{start}–{end}</source>
        <translation>{start}–{end}</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>No device-free time planned</source>
        <translation>Keine gerätefreie Zeit geplant</translation>
    </message>
    <message>
        <source>Plan some, or start a session whenever you like.</source>
        <translation>Plane welche, oder beginne eine Auszeit, wann immer Du magst.</translation>
    </message>
    <message>
        <source>{day}, {start}–{end}</source>
        <translation>{day}, {start}–{end}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Against your usual</source>
        <translation>Im Vergleich zu sonst</translation>
    </message>
    <message>
        <source>Nothing was recorded on this day</source>
        <translation>An diesem Tag wurde nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Screen time appears here by itself, from the first minute on; your usual shows after three days.</source>
        <translation>Bildschirmzeit erscheint hier von selbst, von der ersten Minute an; was bei Dir üblich ist, zeigt sich nach drei Tagen.</translation>
    </message>
    <message>
        <source>Longest time at the screen without a break</source>
        <translation>Längste Zeit am Bildschirm ohne Pause</translation>
    </message>
    <message>
        <source>First app after coming back</source>
        <translation>Erste App nach der Rückkehr</translation>
    </message>
    <message>
        <source>{duration} of screen time, {usual}.</source>
        <translation>{duration} Bildschirmzeit, {usual}.</translation>
    </message>
    <message>
        <source>Hour by hour</source>
        <translation>Stunde für Stunde</translation>
    </message>
    <message>
        <source>Whole bar: active. Half a bar: watching. Line: away. Dotted: locked or off the record. Hatched: device-free.</source>
        <translation>Voller Balken: aktiv. Halber Balken: zuschauend. Linie: weg. Gepunktet: gesperrt oder nicht aufgezeichnet. Schraffiert: gerätefrei.</translation>
    </message>
    <message>
        <source>your usual shows after three such days</source>
        <translation>was üblich ist, zeigt sich nach drei solchen Tagen</translation>
    </message>
    <message>
        <source>usually {duration} on such a day</source>
        <translation>sonst {duration} an so einem Tag</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Heute nicht</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>I need my computer</source>
        <translation>Ich brauche meinen Computer</translation>
    </message>
    <message>
        <source>Unplug now</source>
        <translation>Jetzt abschalten</translation>
    </message>
    <message>
        <source>Pause reminders</source>
        <translation>Erinnerungen pausieren</translation>
    </message>
    <message>
        <source>Skip {title}</source>
        <translation>{title} auslassen</translation>
    </message>
    <message>
        <source>Do not skip {title}</source>
        <translation>{title} doch nicht auslassen</translation>
    </message>
    <message>
        <source>In {minutes} min instead</source>
        <translation>Stattdessen in {minutes} min</translation>
    </message>
    <message>
        <source>Resume reminders (paused until {when})</source>
        <translation>Erinnerungen fortsetzen (pausiert bis {when})</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Bis {time}</translation>
    </message>
    <message>
        <source>For {length}</source>
        <translation>Für {length}</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
    </message>
    <message>
        <source>{title} · {left} left, until {time}</source>
        <translation>{title} · noch {left}, bis {time}</translation>
    </message>
    <message>
        <source>{title} · in {left}</source>
        <translation>{title} · in {left}</translation>
    </message>
    <message>
        <source>{title} · {left} left, if you like</source>
        <translation>{title} · noch {left}, wenn Du magst</translation>
    </message>
    <message>
        <source>{title} · {reasons}</source>
        <translation>{title} · {reasons}</translation>
    </message>
    <message>
        <source>{title} · in a moment</source>
        <translation>{title} · gleich</translation>
    </message>
    <message>
        <source>Next: {title}, {when}</source>
        <translation>Als Nächstes: {title}, {when}</translation>
    </message>
    <message>
        <source>Pause tracking</source>
        <translation>Aufzeichnung pausieren</translation>
    </message>
    <message>
        <source>Resume tracking</source>
        <translation>Aufzeichnung fortsetzen</translation>
    </message>
    <message>
        <source>How are you?</source>
        <translation>Wie geht es Dir?</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Never this person</source>
        <translation>Diese Person nie</translation>
    </message>
    <message>
        <source>{person}: {step}, {when}</source>
        <translation>{person}: {step}, {when}</translation>
    </message>
    <message>
        <source>Log a meeting…</source>
        <translation>Ein Treffen eintragen …</translation>
    </message>
    <message>
        <source>Do you take part?…</source>
        <translation>Bist Du dabei? …</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Ausflug</translation>
    </message>
    <message>
        <source>{name} · offline together {when}</source>
        <translation>{name} · gemeinsam offline {when}</translation>
    </message>
    <message>
        <source>{name} · together until {when}</source>
        <translation>{name} · zusammen bis {when}</translation>
    </message>
    <message>
        <source>{name} · waiting to be let in</source>
        <translation>{name} · wartet auf Einlass</translation>
    </message>
    <message>
        <source>{name} · look back together</source>
        <translation>{name} · gemeinsam zurückschauen</translation>
    </message>
    <message>
        <source>{name} · no time is set yet</source>
        <translation>{name} · noch keine Zeit festgelegt</translation>
    </message>
</context>
<context>
    <name>Trips</name>
    <message>
        <source>Put away before it begins</source>
        <translation>Weglegen, bevor es beginnt</translation>
    </message>
    <message>
        <source>Phones into the basket</source>
        <translation>Handys in den Korb</translation>
    </message>
    <message>
        <source>Do together</source>
        <translation>Gemeinsam tun</translation>
    </message>
    <message>
        <source>Cook for everybody</source>
        <translation>Für alle kochen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>Join in</source>
        <translation>Mitmachen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Strike off</source>
        <translation>Streichen</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Kreise</translation>
    </message>
    <message>
        <source>Drawn by lot, the same on everybody&apos;s computer; nobody can choose.</source>
        <translation>Ausgelost, auf allen Computern gleich; niemand kann wählen.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Neu auslosen</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Heute Abend</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>{sharing} share it: {fully} kept it, {partly} partly, {not} not</source>
        <translation>{sharing} teilen es: {fully} eingehalten, {partly} teilweise, {not} nicht</translation>
    </message>
    <message>
        <source>How was it today?</source>
        <translation>Wie war es heute?</translation>
    </message>
    <message>
        <source>Your part of the recap</source>
        <translation>Dein Teil des Rückblicks</translation>
    </message>
    <message>
        <source>Share with the group</source>
        <translation>Mit der Gruppe teilen</translation>
    </message>
    <message>
        <source>How did you keep it?</source>
        <translation>Wie hast Du es eingehalten?</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>Lieber nicht sagen</translation>
    </message>
    <message>
        <source>A new trip</source>
        <translation>Ein neuer Ausflug</translation>
    </message>
    <message>
        <source>A group agrees on a time to be offline together. There is no account: what you agree on stays on your computers.</source>
        <translation>Eine Gruppe einigt sich auf eine gemeinsame Zeit offline. Es gibt kein Konto: Was Ihr vereinbart, bleibt auf Euren Computern.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Weekend by the lake</source>
        <translation>Wochenende am See</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Wie heißt er?</translation>
    </message>
    <message>
        <source>The others see this name.</source>
        <translation>Die anderen sehen diesen Namen.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>I have an invite</source>
        <translation>Ich habe eine Einladung</translation>
    </message>
    <message>
        <source>Paste the link that you were sent, or open the file. The organiser then sees that you ask to join.</source>
        <translation>Füg den Link ein, den Du bekommen hast, oder öffne die Datei. Die Leitung sieht dann, dass Du dazukommen möchtest.</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>Um Aufnahme bitten</translation>
    </message>
    <message>
        <source>The invite</source>
        <translation>Die Einladung</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Eine Datei öffnen …</translation>
    </message>
    <message>
        <source>Open an invite</source>
        <translation>Eine Einladung öffnen</translation>
    </message>
    <message>
        <source>Who is in</source>
        <translation>Wer dabei ist</translation>
    </message>
    <message>
        <source>{name} asks to join</source>
        <translation>{name} möchte dazukommen</translation>
    </message>
    <message>
        <source>Read these words to each other: {words}</source>
        <translation>Lest einander diese Wörter vor: {words}</translation>
    </message>
    <message>
        <source>Let {name} in</source>
        <translation>{name} hereinlassen</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Hereinlassen</translation>
    </message>
    <message>
        <source>holds the plan</source>
        <translation>hat den Plan</translation>
    </message>
    <message>
        <source>Let lead</source>
        <translation>Leiten lassen</translation>
    </message>
    <message>
        <source>Let {name} lead the trip</source>
        <translation>{name} den Ausflug leiten lassen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name} from the trip</source>
        <translation>{name} aus dem Ausflug entfernen</translation>
    </message>
    <message>
        <source>Really?</source>
        <translation>Wirklich?</translation>
    </message>
    <message>
        <source>When could it be?</source>
        <translation>Wann könnte es sein?</translation>
    </message>
    <message>
        <source>Your vote on proposal {n}</source>
        <translation>Deine Stimme zu Vorschlag {n}</translation>
    </message>
    <message>
        <source>Make it the window</source>
        <translation>Zur gemeinsamen Zeit machen</translation>
    </message>
    <message>
        <source>Take back proposal {n}</source>
        <translation>Vorschlag {n} zurücknehmen</translation>
    </message>
    <message>
        <source> · your vote is saved</source>
        <translation> · Deine Stimme ist gespeichert</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Offline together</source>
        <translation>Gemeinsam offline</translation>
    </message>
    <message>
        <source>until it begins</source>
        <translation>bis es beginnt</translation>
    </message>
    <message>
        <source>left; see you on the other side</source>
        <translation>noch; wir sehen uns auf der anderen Seite</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>You said: not this time. A changed window will ask you again.</source>
        <translation>Du hast gesagt: diesmal nicht. Ändert sich die Zeit, wirst Du wieder gefragt.</translation>
    </message>
    <message>
        <source>Your answer is saved: {answer}.</source>
        <translation>Deine Antwort ist gespeichert: {answer}.</translation>
    </message>
    <message>
        <source>Do you take part?</source>
        <translation>Bist Du dabei?</translation>
    </message>
    <message>
        <source>How hard it is to leave</source>
        <translation>Wie schwer das Weggehen ist</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>A promise to the group</source>
        <translation>Ein Versprechen an die Gruppe</translation>
    </message>
    <message>
        <source>What the others see of it</source>
        <translation>Was die anderen davon sehen</translation>
    </message>
    <message>
        <source>My answer only</source>
        <translation>Nur meine Antwort</translation>
    </message>
    <message>
        <source>Kept, partly or not</source>
        <translation>Eingehalten, teilweise oder nicht</translation>
    </message>
    <message>
        <source>Also about how much</source>
        <translation>Auch ungefähr wie viel</translation>
    </message>
    <message>
        <source>Totals show once three share; whoever says nothing is counted as “not shared”. Everything is deleted 30 days after.</source>
        <translation>Summen zeigen sich, sobald drei teilen; wer nichts sagt, zählt als „nicht geteilt“. Nach 30 Tagen wird alles gelöscht.</translation>
    </message>
    <message>
        <source>The invite as a code to scan</source>
        <translation>Die Einladung als Code zum Scannen</translation>
    </message>
    <message>
        <source>Invite the others</source>
        <translation>Die anderen einladen</translation>
    </message>
    <message>
        <source>Send a link, show the code or hand over a file. As long as you let each of them in, whoever else gets hold of it can only ask.</source>
        <translation>Schick einen Link, zeig den Code oder gib eine Datei weiter. Solange Du alle selbst hereinlässt, kann wer sonst daran kommt nur fragen.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>For one person</source>
        <translation>Für eine Person</translation>
    </message>
    <message>
        <source>One link for all</source>
        <translation>Ein Link für alle</translation>
    </message>
    <message>
        <source>Letting in</source>
        <translation>Hereinlassen</translation>
    </message>
    <message>
        <source>I let each of them in</source>
        <translation>Ich lasse alle einzeln herein</translation>
    </message>
    <message>
        <source>Whoever has it comes in</source>
        <translation>Wer sie hat, kommt herein</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Einen Tag</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Make an invite</source>
        <translation>Eine Einladung machen</translation>
    </message>
    <message>
        <source>Saved; send it as you like.</source>
        <translation>Gespeichert; schick sie, wie Du magst.</translation>
    </message>
    <message>
        <source>The invite&apos;s link</source>
        <translation>Der Link der Einladung</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>It names this computer in your local network. Whoever is elsewhere needs another way, such as a folder.</source>
        <translation>Sie nennt diesen Computer in Deinem lokalen Netz. Wer woanders ist, braucht einen anderen Weg, etwa einen Ordner.</translation>
    </message>
    <message>
        <source>A new one for each person: make it again.</source>
        <translation>Für jede Person eine neue: Mach sie noch einmal.</translation>
    </message>
    <message>
        <source>Copied; paste it into a message.</source>
        <translation>Kopiert; füg ihn in eine Nachricht ein.</translation>
    </message>
    <message>
        <source>Save the invite</source>
        <translation>Die Einladung speichern</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Ausflüge</translation>
    </message>
    <message>
        <source>All trips</source>
        <translation>Alle Ausflüge</translation>
    </message>
    <message>
        <source>A trip</source>
        <translation>Ein Ausflug</translation>
    </message>
    <message>
        <source>You have asked to join</source>
        <translation>Du hast um Aufnahme gebeten</translation>
    </message>
    <message>
        <source>Save for your calendar</source>
        <translation>Für Deinen Kalender speichern</translation>
    </message>
    <message>
        <source>A group of 3 to 15 agrees on a time, everybody unplugs at the same moment, and afterwards you look back together. No account, no server.</source>
        <translation>Eine Gruppe von 3 bis 15 einigt sich auf eine Zeit, alle schalten im selben Moment ab, und danach schaut Ihr gemeinsam zurück. Kein Konto, kein Server.</translation>
    </message>
    <message>
        <source>Plan a trip</source>
        <translation>Einen Ausflug planen</translation>
    </message>
    <message>
        <source>Be offline together</source>
        <translation>Gemeinsam offline sein</translation>
    </message>
    <message>
        <source>From my other computer</source>
        <translation>Von meinem anderen Computer</translation>
    </message>
    <message>
        <source>Plan another trip</source>
        <translation>Noch einen Ausflug planen</translation>
    </message>
    <message>
        <source>no time is set yet</source>
        <translation>noch keine Zeit festgelegt</translation>
    </message>
    <message>
        <source>Propose a time</source>
        <translation>Eine Zeit vorschlagen</translation>
    </message>
    <message>
        <source>Propose as many times as you like; everybody votes on each. Times are those of the place.</source>
        <translation>Schlag so viele Zeiten vor, wie Du magst; alle stimmen über jede ab. Es gelten die Zeiten des Ortes.</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>The hut by the lake</source>
        <translation>Die Hütte am See</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Whose clock</source>
        <translation>Wessen Uhr</translation>
    </message>
    <message>
        <source>Where (if you like)</source>
        <translation>Wo (wenn Du magst)</translation>
    </message>
    <message>
        <source>Give an end after the start, and a known zone.</source>
        <translation>Gib ein Ende nach dem Anfang an und eine bekannte Zone.</translation>
    </message>
    <message>
        <source>{length} offline.</source>
        <translation>{length} offline.</translation>
    </message>
    <message>
        <source>How it travels</source>
        <translation>Wie er reist</translation>
    </message>
    <message>
        <source>Nothing is sent before you choose a way. Everything goes out sealed: whoever carries it sees noise.</source>
        <translation>Nichts wird gesendet, bevor Du einen Weg wählst. Alles geht versiegelt hinaus: Wer es trägt, sieht Rauschen.</translation>
    </message>
    <message>
        <source>Send this way…</source>
        <translation>So senden …</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>What leaves this computer, word for word</source>
        <translation>Was diesen Computer verlässt, Wort für Wort</translation>
    </message>
    <message>
        <source>May this leave your computer?</source>
        <translation>Darf das Deinen Computer verlassen?</translation>
    </message>
    <message>
        <source>What is listed here goes out now, sealed for the group; from then on whatever you do in this trip, of the kinds listed below it.</source>
        <translation>Was hier aufgelistet ist, geht jetzt hinaus, versiegelt für die Gruppe; von da an alles, was Du in diesem Ausflug tust, von den Arten, die darunter stehen.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Nichts senden</translation>
    </message>
    <message>
        <source>Removed: {place}. What lies there stays there.</source>
        <translation>Entfernt: {place}. Was dort liegt, bleibt dort.</translation>
    </message>
    <message>
        <source>Saved; hand it on to the others.</source>
        <translation>Gespeichert; gib sie an die anderen weiter.</translation>
    </message>
    <message>
        <source>Taken in: {count} new.</source>
        <translation>Übernommen: {count} neu.</translation>
    </message>
    <message>
        <source>A folder that all of you sync, such as a shared drive or Syncthing. No server needed.</source>
        <translation>Ein Ordner, den Ihr alle synchronisiert, etwa ein gemeinsames Laufwerk oder Syncthing. Kein Server nötig.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Einen Ordner wählen …</translation>
    </message>
    <message>
        <source>Through a folder</source>
        <translation>Über einen Ordner</translation>
    </message>
    <message>
        <source>Over a broker</source>
        <translation>Über einen Broker</translation>
    </message>
    <message>
        <source>From hand to hand</source>
        <translation>Von Hand zu Hand</translation>
    </message>
    <message>
        <source>A file that you give each other, on a stick or by mail.</source>
        <translation>Eine Datei, die Ihr einander gebt, auf einem Stick oder per Mail.</translation>
    </message>
    <message>
        <source>An MQTT broker, if you want it live. A password is kept with your keys.</source>
        <translation>Ein MQTT-Broker, wenn Ihr es sofort haben wollt. Ein Passwort liegt bei Deinen Schlüsseln.</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Seine Adresse</translation>
    </message>
    <message>
        <source>Who vouches for the broker</source>
        <translation>Wer für den Broker bürgt</translation>
    </message>
    <message>
        <source>A CA&apos;s certificate (PEM), where the broker&apos;s own is not one that this computer trusts anyway.</source>
        <translation>Das Zertifikat einer CA (PEM), falls dieser Computer dem des Brokers nicht ohnehin vertraut.</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>Dein Zertifikat</translation>
    </message>
    <message>
        <source>Only if the broker asks for one (PEM).</source>
        <translation>Nur, wenn der Broker eines verlangt (PEM).</translation>
    </message>
    <message>
        <source>The key of your certificate</source>
        <translation>Der Schlüssel Deines Zertifikats</translation>
    </message>
    <message>
        <source>Without a password (PEM); empty if it is in the same file.</source>
        <translation>Ohne Passwort (PEM); leer, wenn er in derselben Datei steht.</translation>
    </message>
    <message>
        <source>More: certificates</source>
        <translation>Mehr: Zertifikate</translation>
    </message>
    <message>
        <source>Without certificates</source>
        <translation>Ohne Zertifikate</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>Diesen Broker nutzen</translation>
    </message>
    <message>
        <source>On another computer of yours</source>
        <translation>Auf einem anderen Computer von Dir</translation>
    </message>
    <message>
        <source>There you are the same member, and whatever you do on one is on the other once both have synced. Save a file, open it there under “From my other computer”, and type the six words that are shown here.</source>
        <translation>Dort bist Du dasselbe Mitglied, und was Du auf einem tust, ist auf dem anderen, sobald beide abgeglichen haben. Speichere eine Datei, öffne sie dort unter „Von meinem anderen Computer“ und tippe die sechs Wörter ein, die hier gezeigt werden.</translation>
    </message>
    <message>
        <source>Save a file…</source>
        <translation>Eine Datei speichern …</translation>
    </message>
    <message>
        <source>Your computers in this trip</source>
        <translation>Deine Computer in diesem Ausflug</translation>
    </message>
    <message>
        <source>Saved as {file}. Whoever has both the file and the words is you in this trip: take them there separately, and delete the file afterwards. It is good until {day}.</source>
        <translation>Gespeichert als {file}. Wer Datei und Wörter hat, ist in diesem Ausflug Du: Bring sie getrennt dorthin und lösche die Datei danach. Sie gilt bis {day}.</translation>
    </message>
    <message>
        <source>The six words, shown only now:</source>
        <translation>Die sechs Wörter, nur jetzt gezeigt:</translation>
    </message>
    <message>
        <source>The six words</source>
        <translation>Die sechs Wörter</translation>
    </message>
    <message>
        <source>Take out {device}</source>
        <translation>{device} herausnehmen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take this computer out of the trip?</source>
        <translation>Diesen Computer aus dem Ausflug herausnehmen?</translation>
    </message>
    <message>
        <source>It can write no more, and reads nothing that comes after. What it wrote stays. To have it back, you save a new file.</source>
        <translation>Er kann nichts mehr schreiben und liest nichts, was danach kommt. Was er schrieb, bleibt. Um ihn wieder dabeizuhaben, speicherst Du eine neue Datei.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Drin lassen</translation>
    </message>
    <message>
        <source>Save a file for your other computer</source>
        <translation>Eine Datei für Deinen anderen Computer speichern</translation>
    </message>
    <message>
        <source>There, open the trip and choose “On another computer…”. It saves a file and shows six words.</source>
        <translation>Öffne dort den Ausflug und wähle „Auf einem anderen Computer …“. Das speichert eine Datei und zeigt sechs Wörter.</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Hier weitermachen</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>The first four letters of each are enough.</source>
        <translation>Die ersten vier Buchstaben von jedem genügen.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Another computer ({device})</source>
        <translation>Ein anderer Computer ({device})</translation>
    </message>
    <message>
        <source>Another computer ({device}), not heard of yet</source>
        <translation>Ein anderer Computer ({device}), noch nichts von ihm gehört</translation>
    </message>
    <message>
        <source>Choose a folder that all of you sync</source>
        <translation>Einen Ordner wählen, den Ihr alle synchronisiert</translation>
    </message>
    <message>
        <source>Save the trip</source>
        <translation>Den Ausflug speichern</translation>
    </message>
    <message>
        <source>Open a trip file</source>
        <translation>Eine Ausflugsdatei öffnen</translation>
    </message>
    <message>
        <source>Remove {place}</source>
        <translation>{place} entfernen</translation>
    </message>
    <message>
        <source>This computer&apos;s own broker, {place}</source>
        <translation>Der eigene Broker dieses Computers, {place}</translation>
    </message>
    <message>
        <source>Last succeeded: {last}</source>
        <translation>Zuletzt gelungen: {last}</translation>
    </message>
    <message>
        <source>{place}: {error}. Last succeeded: {last}</source>
        <translation>{place}: {error}. Zuletzt gelungen: {last}</translation>
    </message>
    <message>
        <source>{place}: last succeeded {last}</source>
        <translation>{place}: zuletzt gelungen {last}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Nothing but these kinds of things ever leaves:</source>
        <translation>Nur diese Arten von Dingen verlassen den Computer:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Zurückschauen</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>The window was called off.</source>
        <translation>Die gemeinsame Zeit ist abgesagt.</translation>
    </message>
    <message>
        <source>Nothing begins. Another one will ask you again.</source>
        <translation>Es beginnt nichts. Eine andere Zeit fragt Dich wieder.</translation>
    </message>
    <message>
        <source>Nothing is proposed yet.</source>
        <translation>Noch ist nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>Your votes are saved.</source>
        <translation>Deine Stimmen sind gespeichert.</translation>
    </message>
    <message>
        <source>The organiser makes one of them the window.</source>
        <translation>Die Leitung macht eine davon zur gemeinsamen Zeit.</translation>
    </message>
    <message>
        <source>Say which of these suit you.</source>
        <translation>Sag, welche davon Dir passen.</translation>
    </message>
    <message>
        <source>“If need be” helps where nothing suits everybody.</source>
        <translation>„Zur Not“ hilft, wenn nichts allen passt.</translation>
    </message>
    <message>
        <source>Propose another time</source>
        <translation>Noch eine Zeit vorschlagen</translation>
    </message>
    <message>
        <source>Invite more</source>
        <translation>Weitere einladen</translation>
    </message>
    <message>
        <source>Somebody asks to join.</source>
        <translation>Jemand möchte dazukommen.</translation>
    </message>
    <message>
        <source>Call each other and compare the four words; then let them in.</source>
        <translation>Ruft einander an und vergleicht die vier Wörter; dann lass sie herein.</translation>
    </message>
    <message>
        <source>When could you be offline together?</source>
        <translation>Wann könntet Ihr gemeinsam offline sein?</translation>
    </message>
    <message>
        <source>Propose a few times; everybody votes.</source>
        <translation>Schlag ein paar Zeiten vor; alle stimmen ab.</translation>
    </message>
    <message>
        <source>Now invite the others.</source>
        <translation>Jetzt lade die anderen ein.</translation>
    </message>
    <message>
        <source>By a link, a code or a file.</source>
        <translation>Per Link, Code oder Datei.</translation>
    </message>
    <message>
        <source>The time to vote is over: make one the window.</source>
        <translation>Die Zeit zum Abstimmen ist um: Mach eine Zeit zur gemeinsamen.</translation>
    </message>
    <message>
        <source>{n} of {all} have voted.</source>
        <translation>{n} von {all} haben abgestimmt.</translation>
    </message>
    <message>
        <source>You can lock a time at any moment, an hour ahead.</source>
        <translation>Du kannst jederzeit eine Zeit festlegen, eine Stunde im Voraus.</translation>
    </message>
    <message>
        <source>Everybody has voted: make one the window.</source>
        <translation>Alle haben abgestimmt: Mach eine zur gemeinsamen Zeit.</translation>
    </message>
    <message>
        <source>Everybody is asked once more whether they take part.</source>
        <translation>Alle werden noch einmal gefragt, ob sie dabei sind.</translation>
    </message>
    <message>
        <source>You are offline together.</source>
        <translation>Ihr seid gemeinsam offline.</translation>
    </message>
    <message>
        <source>Nothing has to be done here until it is over.</source>
        <translation>Hier ist nichts zu tun, bis es vorbei ist.</translation>
    </message>
    <message>
        <source>You were offline together.</source>
        <translation>Ihr wart gemeinsam offline.</translation>
    </message>
    <message>
        <source>Write something for the others, if you like.</source>
        <translation>Schreib etwas für die anderen, wenn Du magst.</translation>
    </message>
    <message>
        <source>The time has changed: do you take part?</source>
        <translation>Die Zeit hat sich geändert: Bist Du dabei?</translation>
    </message>
    <message>
        <source>The time is set: do you take part?</source>
        <translation>Die Zeit steht: Bist Du dabei?</translation>
    </message>
    <message>
        <source>The others&apos; computers get it when they next sync.</source>
        <translation>Die Computer der anderen bekommen es beim nächsten Abgleich.</translation>
    </message>
    <message>
        <source>Everybody holds the plan.</source>
        <translation>Alle haben den Plan.</translation>
    </message>
    <message>
        <source>It begins by itself, also without any network.</source>
        <translation>Es beginnt von selbst, auch ohne jedes Netz.</translation>
    </message>
    <message>
        <source>Where the trip stands</source>
        <translation>Wo der Ausflug steht</translation>
    </message>
    <message>
        <source>Words arrive that this computer cannot open, since {when}. Ask an organiser whether you are still in the trip.</source>
        <translation>Seit {when} kommen Worte an, die dieser Computer nicht öffnen kann. Frag jemanden, der organisiert, ob Du noch im Ausflug bist.</translation>
    </message>
    <message>
        <source>It does not travel yet: choose a way.</source>
        <translation>Er reist noch nicht: Wähle einen Weg.</translation>
    </message>
    <message>
        <source>Two copies of a device of {name} wrote side by side, as after a restored backup. All of it counts.</source>
        <translation>Zwei Kopien eines Geräts von {name} schrieben nebeneinander, wie nach einer zurückgespielten Sicherung. Alles davon zählt.</translation>
    </message>
    <message>
        <source>On {n} computers of yours; you count once.</source>
        <translation>Auf {n} Computern von Dir; Du zählst einmal.</translation>
    </message>
    <message>
        <source>Send and receive…</source>
        <translation>Senden und empfangen …</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Save for your calendar…</source>
        <translation>Für Deinen Kalender speichern …</translation>
    </message>
    <message>
        <source>On another computer…</source>
        <translation>Auf einem anderen Computer …</translation>
    </message>
    <message>
        <source>Delete the trip</source>
        <translation>Den Ausflug löschen</translation>
    </message>
    <message>
        <source>Leave the trip</source>
        <translation>Den Ausflug verlassen</translation>
    </message>
    <message>
        <source>You are not in this trip any more</source>
        <translation>Du bist nicht mehr in diesem Ausflug</translation>
    </message>
    <message>
        <source>You have left. Send once more, so that the others know.</source>
        <translation>Du bist gegangen. Sende noch einmal, damit die anderen es wissen.</translation>
    </message>
    <message>
        <source>An organiser has removed you from it.</source>
        <translation>Die Leitung hat Dich aus ihm entfernt.</translation>
    </message>
    <message>
        <source>Delete it here</source>
        <translation>Hier löschen</translation>
    </message>
    <message>
        <source>Choose how it travels, so that your request gets there. When the organiser calls, read these words to each other; if they are the same, nobody is in between:</source>
        <translation>Wähle, wie er reist, damit Deine Anfrage ankommt. Wenn die Leitung anruft, lest einander diese Wörter vor; sind sie gleich, sitzt niemand dazwischen:</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>{stretch} ({place})</source>
        <translation>{stretch} ({place})</translation>
    </message>
    <message>
        <source>For you: {stretch} ({zone})</source>
        <translation>Für Dich: {stretch} ({zone})</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>{ready} of {members} hold the plan</source>
        <translation>{ready} von {members} haben den Plan</translation>
    </message>
    <message>
        <source>Not in your calendar as it is: {error}</source>
        <translation>Nicht so in Deinem Kalender: {error}</translation>
    </message>
    <message>
        <source>You took it out of your calendar; it is not put back.</source>
        <translation>Du hast es aus Deinem Kalender genommen; es kommt nicht wieder hinein.</translation>
    </message>
    <message>
        <source>In your calendar; what was changed there was put right.</source>
        <translation>In Deinem Kalender; was dort geändert war, wurde richtiggestellt.</translation>
    </message>
    <message>
        <source>In your calendar.</source>
        <translation>In Deinem Kalender.</translation>
    </message>
    <message>
        <source>takes part</source>
        <translation>ist dabei</translation>
    </message>
    <message>
        <source>if need be</source>
        <translation>zur Not</translation>
    </message>
    <message>
        <source>not this time</source>
        <translation>diesmal nicht</translation>
    </message>
    <message>
        <source>has not answered</source>
        <translation>hat nicht geantwortet</translation>
    </message>
    <message>
        <source>leads the trip</source>
        <translation>leitet den Ausflug</translation>
    </message>
    <message>
        <source>organiser</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>If need be</source>
        <translation>Zur Not</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>{yes} yes · {maybe} if need be · {no} no</source>
        <translation>{yes} ja · {maybe} zur Not · {no} nein</translation>
    </message>
    <message>
        <source>Votes were wanted until {when}.</source>
        <translation>Abgestimmt werden sollte bis {when}.</translation>
    </message>
    <message>
        <source>Votes are wanted until {when}.</source>
        <translation>Abgestimmt werden soll bis {when}.</translation>
    </message>
    <message>
        <source>The invite has expired. If nobody lets you in, ask for a new one and join again.</source>
        <translation>Die Einladung ist abgelaufen. Wenn Dich niemand hineinlässt, bitte um eine neue und tritt noch einmal bei.</translation>
    </message>
    <message>
        <source>The invite holds until {when}.</source>
        <translation>Die Einladung gilt bis {when}.</translation>
    </message>
    <message>
        <source>Choose: {file}</source>
        <translation>Auswählen: {file}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Looking around…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Nothing found: no broker here announces itself. Ask whoever runs it for its address.</source>
        <translation>Nichts gefunden: Hier meldet sich kein Broker. Frag nach der Adresse, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>Choose one; nothing is connected yet.</source>
        <translation>Wähle einen; noch ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Look in this network</source>
        <translation>In diesem Netz suchen</translation>
    </message>
    <message>
        <source>{url}, encrypted</source>
        <translation>{url}, verschlüsselt</translation>
    </message>
    <message>
        <source>{url}, without encryption</source>
        <translation>{url}, ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>Over this computer</source>
        <translation>Über diesen Computer</translation>
    </message>
    <message>
        <source>For a group in one house: this computer is the broker, and no other is needed. The trips that you organise use it by themselves.</source>
        <translation>Für eine Gruppe in einem Haus: Dieser Computer ist der Broker, und es braucht keinen anderen. Die Ausflüge, die Du organisierst, nutzen ihn von selbst.</translation>
    </message>
    <message>
        <source>This computer is the broker</source>
        <translation>Dieser Computer ist der Broker</translation>
    </message>
    <message>
        <source>This computer then listens on port {port} in your local network, without a password; what passes is sealed. It stops when unplug stops.</source>
        <translation>Dieser Computer lauscht dann auf Port {port} in Deinem lokalen Netz, ohne Passwort; was durchgeht, ist versiegelt. Es endet, wenn unplug endet.</translation>
    </message>
    <message>
        <source>It begins to listen…</source>
        <translation>Es beginnt zu lauschen …</translation>
    </message>
    <message>
        <source>It listens at {place}. Invites name this address.</source>
        <translation>Es lauscht auf {place}. Einladungen nennen diese Adresse.</translation>
    </message>
    <message>
        <source>It listens at {place}, and others find it as “{name}”. Invites name this address.</source>
        <translation>Es lauscht auf {place}, und andere finden es als „{name}“. Einladungen nennen diese Adresse.</translation>
    </message>
    <message>
        <source>Invites that hold</source>
        <translation>Gültige Einladungen</translation>
    </message>
    <message>
        <source>Take back: {invite}</source>
        <translation>Zurücknehmen: {invite}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>For all; {used} came in by it</source>
        <translation>Für alle; {used} kamen damit herein</translation>
    </message>
    <message>
        <source>{whom} · until {day}</source>
        <translation>{whom} · bis {day}</translation>
    </message>
    <message>
        <source>{invite} · comes in at once</source>
        <translation>{invite} · kommt sofort herein</translation>
    </message>
    <message>
        <source>Votes are wanted within</source>
        <translation>Abstimmen binnen</translation>
    </message>
    <message>
        <source>2 days</source>
        <translation>2 Tagen</translation>
    </message>
    <message>
        <source>4 days</source>
        <translation>4 Tagen</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tagen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to unplug</source>
        <translation>Willkommen bei unplug</translation>
    </message>
    <message>
        <source>Start unplug at login</source>
        <translation>unplug bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>Alles überspringen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step {n} of {of}: {heading}</source>
        <translation>Schritt {n} von {of}: {heading}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Which app has the focus, and whether you are active, watching or away. Never what you type; the titles of windows only if you switch them on.</source>
        <translation>Welche App im Vordergrund ist, und ob Du aktiv bist, zuschaust oder weg bist. Nie, was Du tippst; Fenstertitel nur, wenn Du sie einschaltest.</translation>
    </message>
    <message>
        <source>All of it stays in a folder of yours. There is no account and nothing is sent anywhere.</source>
        <translation>Alles davon bleibt in einem Ordner von Dir. Es gibt kein Konto, und nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>When suggestions are welcome</source>
        <translation>Wann Vorschläge willkommen sind</translation>
    </message>
    <message>
        <source>When the screen takes over, unplug may suggest somebody to meet: once a day at most, only when it does not disturb, and never again once you say so.</source>
        <translation>Wenn der Bildschirm überhandnimmt, kann unplug jemanden zum Treffen vorschlagen: höchstens einmal am Tag, nur wenn es nicht stört, und nie wieder, sobald Du es sagst.</translation>
    </message>
    <message>
        <source>It never writes for you. The words are yours.</source>
        <translation>Es schreibt nie für Dich. Die Worte sind Deine.</translation>
    </message>
    <message>
        <source>The people you want to see</source>
        <translation>Die Menschen, die Du sehen möchtest</translation>
    </message>
    <message>
        <source>Bring them in from a file of your address book, or add a few by hand. They stay here.</source>
        <translation>Hol sie aus einer Datei Deines Adressbuchs, oder füg ein paar von Hand hinzu. Sie bleiben hier.</translation>
    </message>
    <message>
        <source>Import people…</source>
        <translation>Menschen importieren …</translation>
    </message>
    <message>
        <source>A first time without devices</source>
        <translation>Eine erste Zeit ohne Geräte</translation>
    </message>
    <message>
        <source>An evening a week, the first hour of the day, lunch: unplug reminds you and covers the screen. It cannot lock this computer; it keeps a promise visible.</source>
        <translation>Ein Abend in der Woche, die erste Stunde des Tages, das Mittagessen: unplug erinnert Dich und bedeckt den Bildschirm. Es kann diesen Computer nicht sperren; es hält ein Versprechen sichtbar.</translation>
    </message>
    <message>
        <source>Make a plan…</source>
        <translation>Einen Plan machen …</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>Das ist alles</translation>
    </message>
    <message>
        <source>unplug sits in the panel as a ring: full means as much as you usually have by now. Click it whenever you like. The best sign that it works is that you look at it less.</source>
        <translation>unplug sitzt als Ring in der Leiste: Voll heißt so viel, wie bei Dir um diese Zeit üblich ist. Klick ihn an, wann immer Du magst. Das beste Zeichen, dass es wirkt, ist, dass Du seltener hinschaust.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>Resume tracking</source>
        <translation>Aufzeichnung fortsetzen</translation>
    </message>
    <message>
        <source>Quit unplug</source>
        <translation>unplug beenden</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Pause tracking: {length}</source>
        <translation>Aufzeichnung pausieren: {length}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Trips</source>
        <translation>Ausflüge</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo: made-up data</source>
        <translation>Demo: erfundene Daten</translation>
    </message>
    <message>
        <source>The welcome waits until you are done here.</source>
        <translation>Die Begrüßung wartet, bis Du hier fertig bist.</translation>
    </message>
    <message>
        <source>Back to the welcome</source>
        <translation>Zurück zur Begrüßung</translation>
    </message>
    <message>
        <source>No tray here: closed, unplug goes on tracking. Start it again to see this window.</source>
        <translation>Hier gibt es kein Tray: Geschlossen zeichnet unplug weiter auf. Starte es noch einmal, um dieses Fenster zu sehen.</translation>
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
        <translation>heute noch keine Bildschirmzeit</translation>
    </message>
    <message>
        <source>{duration} today</source>
        <translation>{duration} heute</translation>
    </message>
    <message>
        <source>your usual shows after three days</source>
        <translation>was üblich ist, zeigt sich nach drei Tagen</translation>
    </message>
    <message>
        <source>usually none by now</source>
        <translation>sonst bis jetzt keine</translation>
    </message>
    <message>
        <source>usually {duration} by now</source>
        <translation>sonst bis jetzt {duration}</translation>
    </message>
    <message>
        <source>Away from the screen</source>
        <translation>Weg vom Bildschirm</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Im Ruhezustand</translation>
    </message>
    <message>
        <source>Device-free time</source>
        <translation>Gerätefreie Zeit</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>morgen, {time}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>heute {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gestern {time}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Tracking is paused</source>
        <translation>Die Aufzeichnung ist pausiert</translation>
    </message>
    <message>
        <source>Tracking is paused until {time}</source>
        <translation>Die Aufzeichnung ist bis {time} pausiert</translation>
    </message>
    <message>
        <source>Tracking is paused until tomorrow, {time}</source>
        <translation>Die Aufzeichnung ist bis morgen, {time}, pausiert</translation>
    </message>
    <message>
        <source>Tracking is paused until {date}, {time}</source>
        <translation>Die Aufzeichnung ist bis {date}, {time}, pausiert</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>zuschauend</translation>
    </message>
    <message>
        <source>away</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>im Ruhezustand</translation>
    </message>
    <message>
        <source>off the record</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>device-free</source>
        <translation>gerätefrei</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02} min</source>
        <translation>{minutes}:{seconds:02} min</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{name} turns {years} today</source>
        <translation>{name} wird heute {years}</translation>
    </message>
    <message>
        <source>{name} has a birthday today</source>
        <translation>{name} hat heute Geburtstag</translation>
    </message>
    <message>
        <source>{name}: {day}, {years} years today</source>
        <translation>{name}: {day}, heute {years} Jahre</translation>
    </message>
    <message>
        <source>{name}: {day} today</source>
        <translation>{name}: heute {day}</translation>
    </message>
    <message>
        <source>anniversary</source>
        <translation>Jahrestag</translation>
    </message>
</context>
</TS>
