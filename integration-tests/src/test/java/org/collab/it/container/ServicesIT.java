package org.collab.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Topic;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.collab.access.boundary.AccessControl;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.control.AppendResult;
import org.collab.collaboration.control.Batch;
import org.collab.collaboration.control.ChangeLog;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.document.boundary.Documents;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.paging.PageRequest;
import org.collab.persistence.control.ServerDataSource;
import org.collab.room.boundary.Members;
import org.collab.room.boundary.Rooms;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The boundaries of the EJB module in the product's own EAR, beside which a WAR with these tests is put. */
@ExtendWith(RunningServer.class)
@ExtendWith(ArquillianExtension.class)
class ServicesIT {
    private static final String APPLICATION = "META-INF/application.xml";

    @Inject
    private Accounts accounts;

    @Inject
    private Rooms rooms;

    @Inject
    private Members members;

    @Inject
    private Documents documents;

    @Inject
    private AccessControl access;

    @Inject
    private LiveDocuments live;

    @Inject
    private ChangeLog log;

    @Inject
    private ServerDataSource database;

    @Resource
    private UserTransaction transaction;

    private UUID ana = UUID.randomUUID();
    private UUID ben = ana;
    private UUID room = ana;
    private UUID document = ana;

    @Deployment
    static EnterpriseArchive application() throws IOException {
        EnterpriseArchive ear =
                ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("collab.ear")));
        WebArchive tests = Testable.archiveToTest(ShrinkWrap.create(WebArchive.class, "tests.war")
                .addPackage(ServicesIT.class.getPackage())
                .addAsLibraries(libraryOf(Assertions.class), libraryOf(Awaitility.class), libraryOf(Matcher.class))
                .addAsManifestResource(
                        new StringAsset("Manifest-Version: 1.0\nDependencies: jakarta.jms.api\n"), "MANIFEST.MF")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));
        try (InputStream stored = ear.get(APPLICATION).getAsset().openStream()) {
            String modules = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
            String more = "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>";
            int end = modules.lastIndexOf("</module>") + "</module>".length();
            ear.delete(APPLICATION);
            return ear.addAsModule(tests)
                    .setApplicationXML(new StringAsset(modules.substring(0, end) + more + modules.substring(end)));
        }
    }

    private static File libraryOf(Class<?> member) {
        return new File(
                member.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Ana owns the room; Ben may look. */
    @BeforeEach
    void meet() {
        ana = accounts.register("ana-" + UUID.randomUUID() + "@example.com", "correct horse battery", "Ana")
                .id();
        ben = accounts.register("ben-" + UUID.randomUUID() + "@example.com", "correct horse battery", "Ben")
                .id();
        room = rooms.create(ana, "Room").id();
        members.put(ana, room, ben, Role.VIEWER);
        document = documents.create(ana, room, "Document").id();
    }

    @Test
    void an_edit_is_in_the_log_when_its_author_is_told_so() throws Exception {
        Submission edit = new Submission(UUID.randomUUID(), 1, 0, insert("a"), Writer.of(ana));

        SubmitResult result = live.submit(document, edit).get(20, TimeUnit.SECONDS);
        SubmitResult again = live.submit(document, edit).get(20, TimeUnit.SECONDS);

        assertThat(result).isEqualTo(new SubmitResult.Accepted(1));
        assertThat(again).isInstanceOf(SubmitResult.AlreadyCommitted.class);
        assertThat(log.read(document, 0, 10))
                .extracting(CommittedChange::deltaJson)
                .containsExactly("[{\"insert\":\"a\"}]");
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void who_may_only_look_commits_nothing() throws Exception {
        SubmitResult live = this.live
                .submit(document, new Submission(UUID.randomUUID(), 1, 0, insert("b"), Writer.of(ben)))
                .get(20, TimeUnit.SECONDS);

        assertThat(live)
                .isInstanceOfSatisfying(
                        SubmitResult.Rejected.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(log.append(document, 0, batch(ben, change(1, UUID.randomUUID(), 1, ben))))
                .isEqualTo(new AppendResult.Refused(Set.of(Writer.of(ben))));
        assertThat(head()).isZero();
    }

    @Test
    void a_batch_is_written_whole_or_not_at_all() {
        UUID client = UUID.randomUUID();
        Batch twice = batch(ana, change(1, client, 1, ana), change(2, client, 1, ana));

        assertThatThrownBy(() -> log.append(document, 0, twice)).isInstanceOf(EJBException.class);

        assertThat(head()).isZero();
        assertThat(log.read(document, 0, 10)).isEmpty();
    }

    @Test
    void a_clients_number_is_committed_once() {
        UUID client = UUID.randomUUID();
        assertThat(log.append(document, 0, batch(ana, change(1, client, 7, ana))))
                .isEqualTo(new AppendResult.Appended());

        assertThatThrownBy(() -> log.append(document, 1, batch(ana, change(2, client, 7, ana))))
                .isInstanceOf(EJBException.class);

        assertThat(head()).isEqualTo(1);
        assertThat(log.acknowledged(document, client)).isEqualTo(7);
        assertThat(log.find(document, client, 7)).map(CommittedChange::revision).contains(1L);
    }

    @Test
    void a_head_that_has_moved_is_not_written_over() {
        log.append(document, 0, batch(ana, change(1, UUID.randomUUID(), 1, ana)));

        assertThat(log.append(document, 0, batch(ana, change(1, UUID.randomUUID(), 1, ana))))
                .isEqualTo(new AppendResult.HeadMoved());

        assertThat(head()).isEqualTo(1);
    }

    @Test
    void the_log_commits_by_itself_and_other_services_with_their_caller() throws Exception {
        transaction.begin();
        UUID forgotten = rooms.create(ana, "Forgotten").id();
        log.append(document, 0, batch(ana, change(1, UUID.randomUUID(), 1, ana)));
        transaction.rollback();

        assertThat(head()).isEqualTo(1);
        assertThat(access.roleInRoom(ana, forgotten)).isEmpty();
        assertThat(rooms.list(ana, new PageRequest(10, 0)).items())
                .extracting(view -> view.id())
                .containsExactly(room);
    }

    @Test
    void refusals_reach_their_caller_as_they_are() {
        UUID stranger = UUID.randomUUID();

        assertThatThrownBy(() -> access.requireDocument(stranger, document))
                .isInstanceOfSatisfying(
                        CollabException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> documents.create(ben, room, "Mine"))
                .isInstanceOfSatisfying(
                        CollabException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void the_database_has_been_migrated_at_deployment() throws Exception {
        try (java.sql.Connection connection = database.get().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*), bool_and(success) FROM flyway_schema_history")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getBoolean(2)).isTrue();
        }
    }

    @Test
    @SuppressWarnings("BanJNDI") // names that the scripts in server-config have made
    void a_hint_that_nobody_fetches_in_time_lies_in_the_queue_for_it() throws Exception {
        String hint = "{\"hint\":\"" + UUID.randomUUID() + "\"}";
        ConnectionFactory factory = InitialContext.doLookup(
                System.getProperty("collab.relay.connection-factory", "jms/collabConnectionFactory"));
        String topic = System.getProperty("collab.relay.topic", "jms/collabChanges");
        Topic changes = InitialContext.doLookup(topic);
        Queue undelivered = InitialContext.doLookup(topic.replace("collabChanges", "collabUndelivered"));
        try (Connection asleep = factory.createConnection()) {
            asleep.createSession().createConsumer(changes);
            try (JMSContext awake = factory.createContext()) {
                awake.createProducer()
                        .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                        .setTimeToLive(100)
                        .send(changes, hint);
                // OpenMQ fails to browse at the moment in which it moves a message.
                await().atMost(Duration.ofSeconds(90))
                        .ignoreExceptionsInstanceOf(JMSException.class)
                        .until(() -> texts(awake, undelivered).contains(hint));
            }
        }
    }

    private static List<String> texts(JMSContext context, Queue queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (QueueBrowser browser = context.createBrowser(queue)) {
            for (Object message : Collections.list((Enumeration<?>) browser.getEnumeration())) {
                texts.add(((Message) message).getBody(String.class));
            }
        }
        return texts;
    }

    private long head() {
        return log.head(document).orElseThrow().revision();
    }

    private static Delta insert(String text) {
        return Delta.builder().insert(text).build();
    }

    private static Batch batch(UUID author, CommittedChange... changes) {
        return new Batch(List.of(changes), Set.of(Writer.of(author)), Set.of());
    }

    /** As the sequencer makes one. */
    private CommittedChange change(long revision, UUID client, long seq, UUID author) {
        Delta delta = insert("x");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        CommittedChange change = new CommittedChange(
                revision, client, seq, author, revision - 1, now, delta, DeltaJson.write(delta), ChangeHash.GENESIS);
        return change.withHash(HashChain.next(ChangeHash.GENESIS, document, change));
    }
}
