package dev.orderly.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a dispatcher: each sends what is due on its channel, and waits until there may be more. */
final class WorkerThreads {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<ChannelWorker> couriers;
    private final DispatchListener listener;
    private final int threadsPerChannel;
    private final Duration poll;
    private final Duration patience;
    private final UnhandledChannels strays;
    private final CountDownLatch goodbye = new CountDownLatch(1);
    private final List<Worker> workers = new ArrayList<>();
    private volatile boolean stopped;

    WorkerThreads(
            List<ChannelWorker> couriers,
            DispatchListener listener,
            int threads,
            Duration poll,
            Duration patience,
            UnhandledChannels strays) {
        this.couriers = couriers;
        this.listener = listener;
        this.threadsPerChannel = threads;
        this.poll = poll;
        this.patience = patience;
        this.strays = strays;
    }

    synchronized void start() {
        if (!workers.isEmpty()) {
            throw new IllegalStateException("the dispatcher is started already");
        }
        for (ChannelWorker courier : couriers) {
            for (int i = 1; i <= threadsPerChannel; i++) {
                workers.add(new Worker(courier, "orderly-" + courier.name() + "-" + i));
            }
        }
        workers.forEach(worker -> worker.thread.start());
        wake();
    }

    synchronized void wake() {
        workers.forEach(Worker::wake);
    }

    /** Never interrupts: an embedded database would take that for the end of its file. */
    void close() {
        stopped = true;
        goodbye.countDown();
        wake();
        long deadline = System.nanoTime() + patience.toNanos();
        for (Worker worker : started()) {
            if (worker.thread.equals(Thread.currentThread())) {
                continue;
            }
            try {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                worker.thread.join(Math.max(1, left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (worker.thread.isAlive()) {
                LOG.warn("{} is still sending a message; nobody waits for it any more", worker.thread.getName());
            }
        }
    }

    private synchronized List<Worker> started() {
        return List.copyOf(workers);
    }

    private final class Worker implements Runnable {

        private final ChannelWorker courier;
        private final Semaphore calls = new Semaphore(0);
        private final Thread thread;

        Worker(ChannelWorker courier, String name) {
            this.courier = courier;
            this.thread = new Thread(this, name);
            thread.setDaemon(true);
        }

        void wake() {
            if (calls.availablePermits() == 0) {
                calls.release();
            }
        }

        @Override
        public void run() {
            while (!stopped) {
                try {
                    courier.sendWhatIsDue(listener);
                    strays.lookNowAndThen();
                    calls.tryAcquire(poll.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    LOG.warn("{} was interrupted, and ends", thread.getName());
                    return;
                } catch (RuntimeException e) { // of the store, for the channels' are dealt with
                    LOG.warn("{} could not go on, and tries again in {}", thread.getName(), poll, e);
                    rest();
                } catch (Error e) { // a dead thread would send nothing any more, and nobody would notice
                    LOG.error(
                            "{} met {}, and goes on in {}",
                            thread.getName(),
                            e.getClass().getName(),
                            poll);
                    rest();
                }
            }
        }

        /** Not cut short by calls: what is broken is not mended by new messages. */
        private void rest() {
            try {
                goodbye.await(poll.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
    }
}
