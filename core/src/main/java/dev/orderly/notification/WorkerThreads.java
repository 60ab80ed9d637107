package dev.orderly.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a dispatcher. Each sends the available messages of its channel, then waits for a call or the poll
 * interval.
 */
final class WorkerThreads {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<ChannelWorker> channelWorkers;
    private final DispatchListener listener;
    private final int threadsPerChannel;
    private final Duration poll;
    private final Duration shutdownTimeout;
    private final UnhandledChannels unhandled;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Worker> running = new ArrayList<>();
    private volatile boolean stopped;

    WorkerThreads(
            List<ChannelWorker> channelWorkers,
            DispatchListener listener,
            int threads,
            Duration poll,
            Duration shutdownTimeout,
            UnhandledChannels unhandled) {
        this.channelWorkers = channelWorkers;
        this.listener = listener;
        this.threadsPerChannel = threads;
        this.poll = poll;
        this.shutdownTimeout = shutdownTimeout;
        this.unhandled = unhandled;
    }

    synchronized void start() {
        if (!running.isEmpty()) {
            throw new IllegalStateException("the dispatcher is started already");
        }
        for (ChannelWorker channelWorker : channelWorkers) {
            for (int i = 1; i <= threadsPerChannel; i++) {
                running.add(new Worker(channelWorker, "orderly-" + channelWorker.name() + "-" + i));
            }
        }
        running.forEach(worker -> worker.thread.start());
        wake();
    }

    synchronized void wake() {
        running.forEach(Worker::wake);
    }

    /** Never interrupts the threads: an interrupt makes an embedded database close its file. */
    void close() {
        stopped = true;
        closed.countDown();
        wake();
        long deadline = System.nanoTime() + shutdownTimeout.toNanos();
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
                LOG.warn("{} is still sending a message after the shutdown timeout", worker.thread.getName());
            }
        }
    }

    private synchronized List<Worker> started() {
        return List.copyOf(running);
    }

    private final class Worker implements Runnable {

        private final ChannelWorker channelWorker;
        private final Semaphore calls = new Semaphore(0);
        private final Thread thread;

        Worker(ChannelWorker channelWorker, String name) {
            this.channelWorker = channelWorker;
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
                    channelWorker.sendAvailable(listener);
                    unhandled.lookNowAndThen();
                    calls.tryAcquire(poll.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    LOG.warn("{} was interrupted, and ends", thread.getName());
                    return;
                } catch (RuntimeException e) { // of the store; the channels' exceptions are caught before
                    LOG.warn("{} could not go on, and tries again in {}", thread.getName(), poll, e);
                    rest();
                } catch (Error e) { // if the thread ended here, its messages would wait unnoticed
                    LOG.error(
                            "{} met {}, and goes on in {}",
                            thread.getName(),
                            e.getClass().getName(),
                            poll);
                    rest();
                }
            }
        }

        /** Waits for the poll interval; a call does not cut it short, because new messages do not mend what failed. */
        private void rest() {
            try {
                closed.await(poll.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
    }
}
